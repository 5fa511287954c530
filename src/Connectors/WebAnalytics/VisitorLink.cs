namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>A row of the link file.</summary>
internal sealed record VisitorLink(string VisitorId, string CustomerNumber, DateTimeOffset LinkedAt, string Consent, string? Reason)
{
    public override string ToString() => nameof(VisitorLink);
}
