namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>One looking for what is due in a register.</summary>
public sealed record RetentionSweep
{
    /// <summary>Its id; random.</summary>
    public required Guid Id { get; init; }

    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>The day it looked.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>True when it only plans and shows.</summary>
    public required bool DryRun { get; init; }

    /// <summary>How it stands.</summary>
    public required SweepStatus Status { get; init; }

    /// <summary>Who started it; <c>hub</c> at night.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs or waits for a person.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many persons the sources listed as possibly due.</summary>
    public required int Listed { get; init; }

    /// <summary>How many of them were looked at now; the others were remembered from before.</summary>
    public required int Checked { get; init; }

    /// <summary>How many persons are due.</summary>
    public required int Due { get; init; }

    /// <summary>How many could not be judged because a source did not answer.</summary>
    public required int Unknown { get; init; }

    /// <summary>How many persons the register's sources hold; null where the number was not needed.</summary>
    public long? Population { get; init; }

    /// <summary>Why it stops, or would stop, before going on by itself; null where it does not.</summary>
    public string? StopReason { get; init; }

    /// <summary>Who confirmed that it may go on all the same.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Ids of the bulk erasures that hold its plans; empty for a dry run.</summary>
    public required IReadOnlyList<Guid> Bulks { get; init; }

    /// <summary>What could not be looked for, each with the reason.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Everything that is due, by source and rule.</summary>
    public required IReadOnlyList<SweepLine> Lines { get; init; }
}
