using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One looking for what is due in a register.</summary>
internal sealed class RetentionSweepRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required DateOnly Day { get; init; }

    public required bool DryRun { get; init; }

    public required SweepStatus Status { get; set; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How many persons sources listed.</summary>
    public int Listed { get; set; }

    /// <summary>How many of them were looked at; the others were remembered.</summary>
    public int Checked { get; set; }

    /// <summary>How many persons are due, remembered ones included.</summary>
    public int Due { get; set; }

    /// <summary>How many could not be judged because a source did not answer.</summary>
    public int Unknown { get; set; }

    /// <summary>How many persons the register's sources hold; null where it was not asked.</summary>
    public long? Population { get; set; }

    public string? StopReason { get; set; }

    public string? ConfirmedBy { get; set; }

    /// <summary>What could not be looked for, as a JSON list; no personal data.</summary>
    public required string Notes { get; set; }

    /// <summary>What is due by rule, as JSON; counts only.</summary>
    public required string Lines { get; set; }
}
