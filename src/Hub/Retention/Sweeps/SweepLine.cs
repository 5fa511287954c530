using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>What is due at one source by one rule, and what would happen to it.</summary>
public sealed record SweepLine
{
    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The name of the record type.</summary>
    public required string RecordType { get; init; }

    /// <summary>The name of the field; null for whole records.</summary>
    public string? Field { get; init; }

    /// <summary>The id of the rule whose time is over.</summary>
    public required string Rule { get; init; }

    /// <summary>What would happen.</summary>
    public required Fate Fate { get; init; }

    /// <summary>Why, in words without personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>Ids of the statements of the notice behind the rule.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>How many records.</summary>
    public required int Records { get; init; }

    /// <summary>How many persons' records.</summary>
    public required int Persons { get; init; }

    /// <summary>The first day on which any of it was due.</summary>
    public required DateOnly DueSince { get; init; }
}
