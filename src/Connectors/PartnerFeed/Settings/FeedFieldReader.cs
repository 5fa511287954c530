using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Settings;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>Reads one entry of <c>fields</c>.</summary>
internal static class FeedFieldReader
{
    private const string PostalAddress = "postalAddress";

    private static readonly Dictionary<string, FieldKind> kinds = new(StringComparer.Ordinal)
    {
        ["text"] = FieldKind.Text,
        ["integer"] = FieldKind.Integer,
        ["decimal"] = FieldKind.Decimal,
        ["boolean"] = FieldKind.Boolean,
        ["date"] = FieldKind.Date,
        [PostalAddress] = FieldKind.Composite,
    };

    public static FeedField Read(string name, SettingsReader reader)
    {
        var word = reader.Choice("kind", "text", [.. kinds.Keys]);
        var field = new RecordField
        {
            Name = name,
            Kind = kinds[word],
            Description = reader.Text("description"),
            Category = reader.OptionalText("category"),
            ThirdParty = reader.Flag("thirdParty", false),
            IdentityKind = reader.OptionalText("identityKind"),
            IdentityIssuer = reader.OptionalText("identityIssuer"),
            ProfileTerm = reader.OptionalText("profileTerm") ?? (word == PostalAddress ? ProfileTerms.PostalAddress : null),
            Parts = word == PostalAddress ? AddressParts.Declaration : [],
        };
        var columns = word == PostalAddress ? Parts(reader) : [reader.Text("column")];
        reader.Finish();
        return new(field, columns);
    }

    private static IReadOnlyList<string?> Parts(SettingsReader reader)
    {
        var below = reader.Below("columns");
        IReadOnlyList<string?> columns = [.. AddressParts.Declaration.Select(part => below.OptionalText(part.Name))];
        if (columns.All(column => column is null))
        {
            reader.Report("columns", $"a postal address names a column for its parts: {string.Join(", ", AddressParts.Declaration.Select(part => part.Name))}.");
        }

        below.Finish();
        return columns;
    }
}
