namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>One line of an access log in the combined format, with the visitor's cookie at its end.</summary>
internal sealed record AccessLine
{
    public required string Address { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The target of the request with its query; null when the request was no HTTP.</summary>
    public required string? Target { get; init; }

    public required int Status { get; init; }

    public required string? Referrer { get; init; }

    public required string? UserAgent { get; init; }

    /// <summary>Null when the browser sent no cookie, or the log's format has none.</summary>
    public required string? VisitorId { get; init; }

    public override string ToString() => nameof(AccessLine);
}
