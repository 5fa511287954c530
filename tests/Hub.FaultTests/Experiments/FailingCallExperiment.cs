using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F16: the first, second, third … call fails that the hub writes its database with, or asks a source by.</summary>
internal sealed class FailingCallExperiment : IExperiment
{
    public string Id => "F16";

    public string Title => "the n-th write to the database file, and the n-th call to a source, fails";

    public string ControlTitle => "lost wake-ups and leases are not taken up";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var last = (settings.Control, settings.Size) switch { (true, _) => 40, (_, ExperimentSize.Ci) => 200, _ => 2000 };
        using var folder = new TemporaryDirectory();
        using var calls = await FailingCalls.MakeAsync(folder.Path);
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = settings.Control ? 60 : last * 2,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:Recovery"] = settings.Control ? "false" : "true" },
            Environment = calls.Environment,
        });
        using var enough = new CancellationTokenSource();
        var asking = AskAsync(trial, settings.Seed, enough.Token);
        var failed = 0;
        for (var call = 1; call <= last && !asking.IsCompleted; call++)
        {
            calls.Arm(call);
            var source = trial.World.Sources[call % trial.World.Sources.Count];
            await source.BehaveAsync(new Behaviour { FailingCall = call });
            trial.Fault($"call {call}");
            await Patience.UntilAsync(() => Task.FromResult(calls.HasFailed || asking.IsCompleted), there => there, TimeSpan.FromMinutes(1));
            failed += calls.HasFailed ? 1 : 0;
        }

        calls.Arm(0);
        await trial.World.BehaveAsync(new Behaviour());
        await enough.CancelAsync();
        await asking;
        var drain = await trial.DrainAsync(settings.Control ? WorldSettings.Lease * 2 : null);
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        var told = evidence.History.Where(line => line.Event == HistoryEvent.Unanswered).GroupBy(line => line.Said.Split(':')[0])
            .Select(lines => string.Create(CultureInfo.InvariantCulture, $"{lines.Count()} {lines.Key}"));
        return outcome with
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"{failed} writes failed; clients heard: {string.Join(", ", told.DefaultIfEmpty("no error"))}"),
            Missed =
            [
                .. failed == last || settings.Control ? Array.Empty<string>() : [$"The work was done before call {last} could fail."],
                .. drain is null ? ["It was not done 60 s after the last failure."] : Array.Empty<string>(),
            ],
        };
    }

    // Until the faults are done; what is left over needs not be asked.
    private static async Task AskAsync(Trial trial, int seed, CancellationToken enough)
    {
        var requests = MixedRequests.Of(trial.World.People, seed);
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (request, _) =>
        {
            if (!enough.IsCancellationRequested)
            {
                await trial.Clients.InsistAsync(request);
            }
        });
    }
}
