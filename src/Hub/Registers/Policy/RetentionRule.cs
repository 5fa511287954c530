namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>How long data stays, and from when that is counted (GDPR Art. 5(1)(e), 13(2)(a)).</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Name">What the rule is, for people.</param>
/// <param name="Trigger">From what the period runs.</param>
/// <param name="Period">How long; null for not a day after the trigger.</param>
public sealed record RetentionRule(string Id, LocalText Name, RetentionTrigger Trigger, Period? Period)
{
    /// <summary>Ids of categories it is about; empty for any.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names of record types, or <c>recordType.field</c>, it is about; empty for any.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Ids of sources it is about; empty for any.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Ids of purposes whose use it limits; empty for holding at all.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>The date field of the record, for triggers that need one; null otherwise.</summary>
    public string? DateField { get; init; }

    /// <summary>The other date field of <see cref="RetentionTrigger.DueOrRecorded"/>; null otherwise.</summary>
    public string? RecordedField { get; init; }

    /// <summary>
    /// The yes-or-no field of the record that keeps the rule from being about it when it says no; null for every record. A
    /// record that does not say is one that the rule is about.
    /// </summary>
    public string? OnlyIf { get; init; }

    /// <summary>Whether the period runs on to the end of the calendar year in which it ends.</summary>
    public bool ToEndOfYear { get; init; }

    /// <summary>What it is in law.</summary>
    public RetentionStrength Strength { get; init; }

    /// <summary>The law, contract or decision behind it, such as <c>Accounting Act 1336/1997 2:10</c>.</summary>
    public string? Law { get; init; }

    /// <summary>The first day on which the rule holds; null for always.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; null for still.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The id of the recipient that must have received the data, with a receipt, before it goes; null for none.</summary>
    public string? HandOverTo { get; init; }

    /// <summary>
    /// The fact whose date tells a sweep who may be due, one that sources tell; null for the latest contact where the end of the
    /// relationship counts, and for none otherwise.
    /// </summary>
    public string? DueFact { get; init; }

    /// <summary>True when the source itself lets it vanish: a sweep does not erase, but checks afterwards that it is gone.</summary>
    public bool BySource { get; init; }

    /// <summary>Whether a sweep runs the plans of this rule without approval.</summary>
    public bool Automatic { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
