namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>What erasures of many people have in common.</summary>
public sealed record BulkHeader
{
    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>
    /// Chosen by the client: the same key again returns the same bulk, and goes on with it where a crash cut it short. 1 to 200
    /// characters, no personal data.
    /// </summary>
    public required string ClientRequestKey { get; init; }

    /// <summary>When the need arose or the people asked: the period of each runs from here (GDPR Art. 12(3)).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The controller's own reference; kept encrypted with each person's request.</summary>
    public string? Reference { get; init; }

    /// <summary>The purpose under which they are handled; one of the register's.</summary>
    public required string Purpose { get; init; }

    /// <summary>The most tasks begun per source and minute: 1 to 6000; null for as fast as each source allows.</summary>
    public int? PerMinute { get; init; }

    /// <summary>True to leave out, and report, who is not known or of whom nothing is held; false to refuse all because of them.</summary>
    public bool SkipUnknown { get; init; }

    /// <summary>How long the planning of one person waits for sources.</summary>
    public TimeSpan WaitAtMost { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The header of one person's request.</summary>
    internal RequestHeader Of(Registrants.RegistrantKey registrant, string clientRequestKey) => new()
    {
        Register = Register,
        ClientRequestKey = clientRequestKey,
        Registrant = registrant,
        ReceivedAt = ReceivedAt,
        Channel = Channel,
        Reference = Reference,
        Purpose = Purpose,
        WaitAtMost = WaitAtMost,
    };
}
