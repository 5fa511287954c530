using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>Reads the section <c>categories</c> of a <c>register.yaml</c>.</summary>
internal static class CategoryReader
{
    public static IReadOnlyList<DataCategory> Read(YamlSection file, KnownIds known)
    {
        var categories = file.Each("categories", one => CategoryOf(one, known), category => category.Id);
        if (categories.Count == 0)
        {
            file.Mistakes.Add(file.Node, "'categories' must name at least one category of data.");
        }

        known.Categories.UnionWith(categories.Select(category => category.Id));
        return categories;
    }

    private static DataCategory CategoryOf(YamlSection one, KnownIds known)
    {
        var id = one.RequiredId("id");
        var names = one.RequiredLocalText("name");
        return new(id, names.Fi)
        {
            Names = names,
            Dpv = one.Words("dpv"),
            Fideslang = one.Words("fideslang"),
            Block = one.Reference("block", "block", known.Blocks),
            Special = one.Boolean("special", false),
            ThirdParty = one.Boolean("thirdParty", false),
            Secrecy = one.Choice("secrecy", Secrecy.None),
            Provision = one.OptionalChoice<ProvisionRequirement>("provision"),
            Consequence = one.LocalText("consequence"),
            InNotice = one.Boolean("inNotice", true),
            SelfService = one.LocalText("selfService"),
            Statements = known.StatementsOf(one),
        };
    }
}
