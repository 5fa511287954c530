using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>Reads the section <c>purposes</c> of a <c>register.yaml</c>.</summary>
internal static class PurposeReader
{
    public static IReadOnlyList<Purpose> Read(YamlSection file, KnownIds known)
    {
        // A purpose may be a part of one that stands below it.
        known.Purposes.UnionWith(file.Sections("purposes").Select(one => one.Find("id")).OfType<YamlDotNet.RepresentationModel.YamlScalarNode>()
            .Select(id => id.Value ?? string.Empty));
        var purposes = file.Each("purposes", one => PurposeOf(one, known), purpose => purpose.Id);
        if (purposes.Count == 0)
        {
            file.Mistakes.Add(file.Node, "'purposes' must name at least one purpose; without one nobody may read anything.");
        }

        return purposes;
    }

    private static Purpose PurposeOf(YamlSection one, KnownIds known)
    {
        var id = one.RequiredId("id");
        var names = one.RequiredLocalText("name");
        var purpose = new Purpose(id, names.Fi, Scope(one, known))
        {
            Names = names,
            Nature = one.Choice("nature", PurposeNature.CustomerWork),
            PartOf = one.Reference("partOf", "purpose", known.Purposes),
            Bases = one.References("bases", "basis", known.Bases),
            Default = one.Choice("default", PurposeDefault.On),
            RestrictedUse = RestrictedUseOf(one),
            Statements = known.StatementsOf(one),
        };
        if (purpose.PartOf == id)
        {
            one.Mistakes.Add(one.Find("partOf")!, $"the purpose '{id}' cannot be a part of itself.");
        }

        return purpose;
    }

    private static HashSet<string>? Scope(YamlSection purpose, KnownIds known)
    {
        switch (purpose.Find("categories"))
        {
            case null:
                purpose.Mistakes.Add(purpose.Node, "'categories' is missing; write 'all' or a list of category ids.");
                return [];
            case YamlDotNet.RepresentationModel.YamlScalarNode { Value: "all" }:
                return null;
        }

        return [.. known.CategoriesOf(purpose)];
    }

    private static RestrictedUse RestrictedUseOf(YamlSection purpose)
    {
        if (purpose.OptionalChoice<RestrictedUse>("restrictedUse") is not { } use)
        {
            return RestrictedUse.None;
        }

        if (use is RestrictedUse.None or RestrictedUse.Storage)
        {
            purpose.Mistakes.Add(purpose.Find("restrictedUse")!, "leave 'restrictedUse' out for a purpose that may not use restricted data.");
        }

        return use;
    }
}
