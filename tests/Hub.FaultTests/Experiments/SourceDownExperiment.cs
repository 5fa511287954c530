using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F6: one source is down for a while; the other three go on as if nothing were.</summary>
internal sealed class SourceDownExperiment : IExperiment
{
    private const string Down = "analytics";
    private const int PerSecond = 3;

    public string Id => "F6";

    public string Title => "one source is down and returns";

    public string ControlTitle => "no breaker";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var (warm, before, during) = (settings.Control, settings.Size) switch
        {
            (true, _) => (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(12)),
            (_, ExperimentSize.Ci) => (TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60)),
            _ => (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)),
        };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = (int)((warm + before + during).TotalSeconds * PerSecond),
            Breaker = settings.Control ? "{ failureRatio: 1, minimumThroughput: 1000 }" : "{ failureRatio: 0.5, minimumThroughput: 5, window: PT5S, breakDuration: PT15S }",
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:FirstBackoff"] = "00:00:01", ["Hub:Fulfillment:LongestBackoff"] = "00:00:10" },
        });
        var breaker = new BreakerWatch(trial.Clients.Client, Down);
        var requests = new Queue<AskedRequest>(MixedRequests.Of(trial.World.People, RequestKind.Erasure));

        // What runs for the first time is slow, and no measure of anything.
        await AskAsync(trial, requests, warm);
        await trial.DrainAsync();
        var started = TimeProvider.System.GetUtcNow();
        await AskAsync(trial, requests, before);
        await trial.World.Source(Down).BehaveAsync(new Behaviour { Down = true });
        trial.Fault("down");
        var down = TimeProvider.System.GetUtcNow();
        var opening = breaker.UntilAsync("OPEN", during);
        await AskAsync(trial, requests, during);
        var opened = await opening;
        await trial.World.Source(Down).BehaveAsync(new Behaviour());
        trial.Fault("back");
        var closing = breaker.UntilAsync("CLOSED", TimeSpan.FromSeconds(60));
        var drain = await trial.DrainAsync();
        var closed = await closing;
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        var (normal, meanwhile) = (Percentile(evidence, started, down), Percentile(evidence, down, TimeProvider.System.GetUtcNow()));
        return outcome with
        {
            Figures = string.Create(
                CultureInfo.InvariantCulture,
                $"p95 of the other three {normal:0} ms before, {meanwhile:0} ms meanwhile (x {meanwhile / normal:0.00}); breaker opened {TextOf(opened)}, closed {TextOf(closed)} after the return"),
            Missed =
            [
                .. opened is null ? ["The breaker never opened."] : Array.Empty<string>(),
                .. closed is null ? ["The breaker never closed."] : Array.Empty<string>(),
                .. drain is null ? ["It was not done 60 s after the return."] : Array.Empty<string>(),
            ],
            Late =
            [
                .. opened > TimeSpan.FromSeconds(5) ? ["The breaker did not open within 5 s."] : Array.Empty<string>(),
                .. closed > TimeSpan.FromSeconds(30) ? ["The breaker did not close within 30 s."] : Array.Empty<string>(),
            ],
        };
    }

    // At a steady pace: what is measured is how long each takes, not how many the hub can do.
    private static async Task AskAsync(Trial trial, Queue<AskedRequest> requests, TimeSpan during)
    {
        var asked = new List<Task>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var left = during.TotalSeconds * PerSecond; left >= 1 && requests.TryDequeue(out var request); left--)
        {
            asked.Add(trial.Clients.InsistAsync(request));
            await pace.WaitForNextTickAsync();
        }

        await Task.WhenAll(asked);
    }

    // From the moment a client sent it to the change at a source that was never down, by history and ledgers alone.
    private static double Percentile(Evidence evidence, DateTimeOffset from, DateTimeOffset to)
    {
        var sent = evidence.History.Where(line => line.Event == HistoryEvent.Sent && line.At >= from && line.At < to)
            .GroupBy(line => line.Request!.Person).ToDictionary(lines => lines.Key, lines => lines.Min(line => line.At));
        var took = evidence.Effects.Where(effect => effect.Source != Down && sent.ContainsKey(effect.Line.Number))
            .Select(effect => (effect.Line.At - sent[effect.Line.Number]).TotalMilliseconds).Order().ToList();
        return took is [] ? 0 : took[(int)(took.Count * 0.95)];
    }

    private static string TextOf(TimeSpan? took) => took is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s") : "never";
}
