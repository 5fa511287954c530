namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>One field that every record of a type has.</summary>
public sealed record RecordField
{
    /// <summary>The field's name in camel case: a letter, then letters and digits. Also its name in GraphQL.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of value it holds.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>What the value means, with its unit; shown in the schema.</summary>
    public required string Description { get; init; }

    /// <summary>The category of the register's policy that it belongs to; null takes the record type's.</summary>
    public string? Category { get; init; }

    /// <summary>How the value came to be held; null takes the record type's.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>True when the value is about somebody other than the registrant, such as a next of kin.</summary>
    public bool ThirdParty { get; init; }

    /// <summary>The kind of identity the value is of the registrant; null when it identifies nobody or somebody else.</summary>
    public string? IdentityKind { get; init; }

    /// <summary>The issuer of that identity when it is another source; null means this source.</summary>
    public string? IdentityIssuer { get; init; }

    /// <summary>What the value says of the person in the unified profile, one of <see cref="ProfileTerms"/>; null for nothing.</summary>
    public string? ProfileTerm { get; init; }

    /// <summary>The kind of the items, when <see cref="Kind"/> is <see cref="FieldKind.List"/>.</summary>
    public FieldKind? ItemKind { get; init; }

    /// <summary>The parts, when <see cref="Kind"/> (or the items' kind) is <see cref="FieldKind.Composite"/>; else empty.</summary>
    public IReadOnlyList<RecordField> Parts { get; init; } = [];
}
