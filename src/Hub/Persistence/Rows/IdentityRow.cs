namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One identity of one registrant: found by its blind index, readable with the registrant's key.</summary>
internal sealed class IdentityRow
{
    public const string ValueField = "identity.value";

    public long Key { get; init; }

    /// <summary>The registrant under whose key the value is encrypted.</summary>
    public required long RegistrantKey { get; set; }

    public required string Register { get; init; }

    public required string Kind { get; init; }

    public string? Issuer { get; init; }

    public required byte[] Value { get; set; }

    public required byte[] Blind { get; init; }

    /// <summary>Shareable identities stand once per holder; the others once per register.</summary>
    public required bool Shareable { get; init; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
