using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PersonalDataHub.Hub.Connectors.Invocation;

/// <summary>Counts and times calls by register, source and outcome; nothing else may become a tag.</summary>
internal sealed class CallMeter
{
    public const string Name = "PersonalDataHub.Connectors";

    private readonly Counter<long> calls;
    private readonly Histogram<double> durations;

    public CallMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        calls = meter.CreateCounter<long>("hub.source.calls", "{call}", "Calls of sources.");
        durations = meter.CreateHistogram<double>("hub.source.call.duration", "s", "How long callers of sources waited.");
    }

    public void Record(Source source, string outcome, TimeSpan duration)
    {
        var tags = new TagList { { "register", source.Register }, { "source", source.Id }, { "outcome", outcome } };
        calls.Add(1, tags);
        durations.Record(duration.TotalSeconds, tags);
    }
}
