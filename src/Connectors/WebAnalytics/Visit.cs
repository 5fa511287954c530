using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Requests of one browser without a longer pause, not yet read.</summary>
internal sealed record Visit(Browser Browser, VisitorLink? Link, IReadOnlyList<LineHit> Lines, IReadOnlyList<int> FoundBy)
{
    public DateTimeOffset StartedAt => Lines[0].At;

    public override string ToString() => nameof(Visit);
}
