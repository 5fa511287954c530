namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>The parts of a postal address, in the order in which a composite holds them.</summary>
public static class AddressParts
{
    /// <summary>Care-of line.</summary>
    public const string CareOf = "careOf";

    /// <summary>Street, number, stair and apartment, or the P.O. box.</summary>
    public const string Street = "street";

    /// <summary>Five digits in Finland.</summary>
    public const string PostCode = "postCode";

    /// <summary>The post office or city.</summary>
    public const string City = "city";

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public const string Country = "country";

    /// <summary>The declaration of the parts, ready to use in a descriptor.</summary>
    public static IReadOnlyList<RecordField> Declaration { get; } =
    [
        new() { Name = CareOf, Kind = FieldKind.Text, Description = "Care-of line." },
        new() { Name = Street, Kind = FieldKind.Text, Description = "Street, number, stair and apartment, or P.O. box." },
        new() { Name = PostCode, Kind = FieldKind.Text, Description = "Post code, five digits in Finland." },
        new() { Name = City, Kind = FieldKind.Text, Description = "Post office or city." },
        new() { Name = Country, Kind = FieldKind.Text, Description = "Country, ISO 3166-1 alpha-2." },
    ];
}
