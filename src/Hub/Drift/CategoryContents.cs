using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Drift;

/// <summary>What sources hold of one data category: fills a notice's list of contents that is empty.</summary>
/// <param name="Category">The category's id.</param>
/// <param name="Name">What people call it; null for one that the register does not declare.</param>
/// <param name="InNotice">Whether the notice itself names it; until then it is unfilled there.</param>
/// <param name="Fields">What is held, as <c>recordType.field</c>.</param>
/// <param name="Sources">Ids of the sources that hold it.</param>
public sealed record CategoryContents(string Category, LocalText? Name, bool InNotice, IReadOnlyList<string> Fields, IReadOnlyList<string> Sources)
{
    /// <summary>The contents of every category of a register, those that it does not declare last.</summary>
    public static IReadOnlyList<CategoryContents> Of(ConnectorCatalog catalog, Register register)
    {
        var held = new DriftSubject(register, [.. catalog.SourcesOf(register.Id)]).Fields.ToLookup(one => one.Category);
        return
        [
            .. register.Categories.Select(category => Of(category.Id, category.Names, category.InNotice, held[category.Id])),
            .. held.Where(group => register.FindCategory(group.Key) is null).Select(group => Of(group.Key, null, false, group)),
        ];
    }

    private static CategoryContents Of(string category, LocalText? name, bool inNotice, IEnumerable<HeldField> held) => new(
        category,
        name,
        inNotice,
        [.. held.Select(one => $"{one.Type.Name}.{one.Field.Name}").Distinct().Order(StringComparer.Ordinal)],
        [.. held.Select(one => one.Source.Id).Distinct()]);
}
