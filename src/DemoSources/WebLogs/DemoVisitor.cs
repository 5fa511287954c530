namespace PersonalDataHub.DemoSources.WebLogs;

/// <summary>One browser that visits the operator's web site.</summary>
/// <param name="VisitorId">The id in the browser's cookie: 32 hexadecimal digits.</param>
/// <param name="Address">The network address, of a range set aside for documentation.</param>
/// <param name="Browser">The user agent.</param>
/// <param name="Pages">The page views.</param>
/// <param name="LinkedAt">When the person agreed to be linked; null when they never did.</param>
/// <param name="Withdrawn">True when they took that consent back.</param>
internal sealed record DemoVisitor(
    string VisitorId, string Address, string Browser, IReadOnlyList<PageView> Pages, DateTimeOffset? LinkedAt = null,
    bool Withdrawn = false);

/// <summary>One request for a page.</summary>
internal sealed record PageView(DateTimeOffset At, string Path, int Bytes, string? Referer);
