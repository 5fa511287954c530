using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>What the last look at somebody found whom a source listed: so that the next sweep costs what is newly due.</summary>
internal sealed class RetentionCheckRow
{
    public long Key { get; init; }

    public required string Register { get; init; }

    /// <summary>A keyed hash of the identity that the source listed.</summary>
    public required byte[] Blind { get; init; }

    /// <summary>Null when nobody was found.</summary>
    public Guid? RegistrantId { get; set; }

    public required CheckState State { get; set; }

    /// <summary>The day before which nobody needs to look again.</summary>
    public required DateOnly NotBefore { get; set; }

    public required DateOnly CheckedOn { get; set; }

    /// <summary>The version of the register's policy under which it was checked.</summary>
    public required string PackVersion { get; set; }

    /// <summary>Whether every rule that is due lets a sweep erase without approval.</summary>
    public bool Automatic { get; set; }

    /// <summary>What is due, as JSON; counts only.</summary>
    public required string Lines { get; set; }

    /// <summary>The client key of the bulk erasure that takes it; null while none does.</summary>
    public string? Filed { get; set; }
}
