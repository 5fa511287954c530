namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>One line of the export.</summary>
internal sealed record Membership
{
    public required string Number { get; init; }

    public string? Customer { get; init; }

    public string? Level { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string? Email { get; init; }

    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>True when a date or time stands there but cannot be read.</summary>
    public bool HasUnreadableTime { get; init; }

    /// <summary>True when the membership was in force on some day of the period.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? to) =>
        (from is null || ValidTo is null || ValidTo >= from) && (to is null || ValidFrom is null || ValidFrom <= to);
}
