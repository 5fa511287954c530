using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A page of a person's records over several sources, with completeness stated.</summary>
public sealed record RecordList
{
    /// <summary>The records, source by source in the register's order.</summary>
    public required IReadOnlyList<HeldRecord> Nodes { get; init; }

    /// <summary>Whether there are more after this page.</summary>
    public required bool HasNextPage { get; init; }

    /// <summary>What asks for the next page; null when the page is empty.</summary>
    public string? EndCursor { get; init; }

    /// <summary>False when a source that may hold such records did not answer wholly.</summary>
    public bool Complete => Missing.Count == 0;

    /// <summary>Why values of these records are withheld, each restriction once.</summary>
    public IReadOnlyList<Withheld> Withheld => [.. Nodes.SelectMany(node => node.Withheld).Distinct()];

    /// <summary>The sources whose records may be missing here.</summary>
    public required IReadOnlyList<SourceReading> Missing { get; init; }
}
