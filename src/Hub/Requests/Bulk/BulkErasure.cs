namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Erasures of many people that are looked at, approved, paused and resumed together, as shown.</summary>
public sealed record BulkErasure
{
    /// <summary>Its id; random.</summary>
    public required Guid Id { get; init; }

    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>The client's own key.</summary>
    public required string ClientRequestKey { get; init; }

    /// <summary>How it stands.</summary>
    public required BulkErasureStatus Status { get; init; }

    /// <summary>What an approval names: binds the plans that wait, and how many; null while it is being stored.</summary>
    public string? Hash { get; init; }

    /// <summary>How many people an approval starts or has started; who is undecided or withdrawn does not count.</summary>
    public required int Persons { get; init; }

    /// <summary>The most tasks begun per source and minute; null for as fast as each source allows.</summary>
    public int? PerMinute { get; init; }

    /// <summary>Who was left out, and why.</summary>
    public required IReadOnlyList<SkippedRegistrant> Skipped { get; init; }

    /// <summary>How many requests stand how.</summary>
    public required IReadOnlyList<RequestCount> RequestCounts { get; init; }

    /// <summary>How many tasks of each source stand how.</summary>
    public required IReadOnlyList<TaskCount> TaskCounts { get; init; }

    /// <summary>Who entered it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }
}
