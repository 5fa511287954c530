namespace PersonalDataHub.Connectors.WebAnalytics.Writing;

/// <summary>A row of the exclusion list: requests, or a link, that must not be evaluated.</summary>
/// <param name="VisitorId">The browser.</param>
/// <param name="CustomerNumber">The customer, for a link; null for a visit.</param>
/// <param name="From">The visit's first request; null for a link.</param>
/// <param name="Until">Until when a request still belongs to the visit; null for a link.</param>
/// <param name="RestrictedAt">When the restriction was set.</param>
/// <param name="Task">The task that asked for it.</param>
internal sealed record Exclusion(
    string VisitorId, string? CustomerNumber, DateTimeOffset? From, DateTimeOffset? Until, DateTimeOffset RestrictedAt, Guid Task)
{
    /// <summary>The key of the record that it restricts.</summary>
    public string Key => CustomerNumber is { } customer
        ? VisitReader.KeyOf(VisitorId, customer)
        : VisitReader.KeyOf(VisitorId, From!.Value);

    public override string ToString() => nameof(Exclusion);
}
