namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Categories of data: what sources hold against what the notice names.</summary>
internal sealed class CategoryDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject)
    {
        foreach (var undeclared in subject.Fields.Where(held => subject.Register.FindCategory(held.Category) is null).GroupBy(held => held.Source.Id + " " + held.Category))
        {
            var held = undeclared.First();
            yield return new(
                DriftKind.UndeclaredCategory,
                undeclared.Key,
                $"The source '{held.Source.Id}' holds data of the category '{held.Category}' ({Names(undeclared)}), which the register does not name. "
                    + "Add it under 'categories' with 'inNotice: false' and write it into the notice, or give the data another category.")
            {
                Place = DriftPlace.InPack("categories"),
            };
        }

        foreach (var category in subject.Register.Categories)
        {
            var held = subject.Fields.Where(one => one.Category == category.Id).ToList();
            if (!category.InNotice)
            {
                yield return new(
                    DriftKind.UnfilledCategory,
                    category.Id,
                    $"The notice does not name the category '{category.Id}'; {(held.Count == 0 ? "no source holds any of it" : $"sources hold {Names(held)}")}. "
                        + "Write it into the notice and take 'inNotice: false' away.")
                {
                    Statements = category.Statements,
                    Place = DriftPlace.InPack("categories", category.Id),
                };
            }
            else if (!subject.HeldCategories.Contains(category.Id) && subject.IsWhole)
            {
                yield return new(
                    DriftKind.CategoryNotHeld,
                    category.Id,
                    $"The notice names the category '{category.Id}', but no source holds data of it. "
                        + "Connect the source that does, or take the category out of the notice.")
                {
                    Statements = category.Statements,
                    Place = DriftPlace.InPack("categories", category.Id),
                };
            }
        }
    }

    private static string Names(IEnumerable<HeldField> fields) =>
        string.Join(", ", fields.Select(held => held.ToString()).Distinct().Order(StringComparer.Ordinal));
}
