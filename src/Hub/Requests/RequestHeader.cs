using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests;

/// <summary>What every request tells of how it came.</summary>
public sealed record RequestHeader
{
    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>Chosen by the client: the same key again returns the same request. 1 to 200 characters, no personal data.</summary>
    public required string ClientRequestKey { get; init; }

    /// <summary>Whose data it is about.</summary>
    public required RegistrantKey Registrant { get; init; }

    /// <summary>When the controller, or who receives for it, got the request: the period runs from here (GDPR Art. 12(3)).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The controller's own reference, such as a case number; kept encrypted.</summary>
    public string? Reference { get; init; }

    /// <summary>Who acts for the person; null when the person does.</summary>
    public Representative? Representative { get; init; }

    /// <summary>The purpose under which the request is handled; one of the register's.</summary>
    public required string Purpose { get; init; }

    /// <summary>How long planning waits for sources; those that have not answered are planned as not reached.</summary>
    public TimeSpan WaitAtMost { get; init; } = TimeSpan.FromSeconds(10);
}
