namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One entry of the audit chain. Appended, never changed.</summary>
internal sealed class AuditRow
{
    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The intent that this entry closes; null on an intent.</summary>
    public Guid? IntentId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Role { get; init; }

    public string? Register { get; init; }

    public string? Purpose { get; init; }

    public required string Operation { get; init; }

    public string? RegistrantToken { get; init; }

    public string? RequestId { get; init; }

    /// <summary>JSON: the sources, with status and counts on a closing entry.</summary>
    public required string Sources { get; init; }

    /// <summary>JSON: names of fields.</summary>
    public required string Fields { get; init; }

    /// <summary>Null on an intent.</summary>
    public string? Outcome { get; init; }

    public int? Records { get; init; }

    /// <summary>The version of the register's policy that it was done under.</summary>
    public string? PackVersion { get; init; }

    /// <summary>The version of the register's notice that applied then.</summary>
    public string? Notice { get; init; }

    public required byte[] PreviousHash { get; init; }

    /// <summary>Over everything else; set once, before the entry is added.</summary>
    public byte[] Hash { get; set; } = [];
}
