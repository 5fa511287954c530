namespace PersonalDataHub.Hub.Marketing;

/// <summary>A name and a postal address, and nothing else.</summary>
public sealed record AddressLabel
{
    /// <summary>The name as it stands on the label.</summary>
    public required string Name { get; init; }

    /// <summary>Care-of line.</summary>
    public string? CareOf { get; init; }

    /// <summary>Street or P.O. box.</summary>
    public required string Street { get; init; }

    /// <summary>The post code.</summary>
    public string? PostCode { get; init; }

    /// <summary>The post office or city.</summary>
    public required string City { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null for the controller's own country.</summary>
    public string? Country { get; init; }

    /// <summary>Never the name or the address.</summary>
    public override string ToString() => nameof(AddressLabel);
}
