using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Short words for declaring fields, so that a connector's record types read as a table.</summary>
internal static class Declare
{
    public static RecordField Text(string name, string description, string? identity = null, string? issuer = null, string? term = null) =>
        new()
        {
            Name = name,
            Kind = FieldKind.Text,
            Description = description,
            IdentityKind = identity,
            IdentityIssuer = issuer,
            ProfileTerm = term,
        };

    public static RecordField Integer(string name, string description) =>
        new() { Name = name, Kind = FieldKind.Integer, Description = description };

    public static RecordField Decimal(string name, string description) =>
        new() { Name = name, Kind = FieldKind.Decimal, Description = description };

    public static RecordField Boolean(string name, string description) =>
        new() { Name = name, Kind = FieldKind.Boolean, Description = description };

    public static RecordField Date(string name, string description, string? term = null) =>
        new() { Name = name, Kind = FieldKind.Date, Description = description, ProfileTerm = term };

    public static RecordField Instant(string name, string description) =>
        new() { Name = name, Kind = FieldKind.Instant, Description = description };

    public static RecordField PostalAddress(string name, string description) =>
        new()
        {
            Name = name,
            Kind = FieldKind.Composite,
            Description = description,
            Parts = AddressParts.Declaration,
            ProfileTerm = ProfileTerms.PostalAddress,
        };

    public static RecordField Rows(string name, string description, params IReadOnlyList<RecordField> parts) =>
        new() { Name = name, Kind = FieldKind.List, ItemKind = FieldKind.Composite, Description = description, Parts = parts };
}
