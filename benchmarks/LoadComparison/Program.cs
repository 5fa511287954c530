using System.Diagnostics;
using PersonalDataHub.LoadComparison;
using PersonalDataHub.LoadComparison.Measuring;
using PersonalDataHub.LoadComparison.Parts;
using PersonalDataHub.LoadComparison.Reporting;
using PersonalDataHub.RegistrantLookup;

// The longest that a run may load the machine.
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
var started = Stopwatch.GetTimestamp();
var isQuick = args.Contains("--quick");
var rounds = isQuick
    ? new Rounds(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3))
    : new Rounds(5, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
var repository = new Repository();
using var requests = new Requests();
using var answers = new Answers();

Console.WriteLine("Engine only …");
IReadOnlyList<Measured> engineOnly;
await using (var processes = new Processes(repository))
{
    engineOnly = await new EngineOnly(processes, requests, answers, rounds).MeasureAsync(stop.Token);
}

if (args.Contains("--engine-only"))
{
    Console.WriteLine(Report.Write(engineOnly));
    return Goals.OfEngineOnly(engineOnly).All(goal => goal.IsReached) ? 0 : 1;
}

Console.WriteLine("Starts …");
(Spread Hand, Spread Engine) starts;
await using (var processes = new Processes(repository))
{
    starts = await new Starts(processes, requests, answers).MeasureAsync(stop.Token);
}

await using var all = new Processes(repository);
var overSources = new OverSources(all, requests, answers, rounds);
Console.WriteLine("Comparing answers and counting calls …");
await overSources.StartAsync(stop.Token);
Console.WriteLine("Load over HTTP sources …");
var load = await overSources.MeasureLoadAsync(stop.Token);
Console.WriteLine("Added time …");
var addedTime = await overSources.MeasureAddedTimeAsync(stop.Token);
Console.WriteLine("Answers in parts …");
var results = new Results
{
    EngineOnly = engineOnly,
    Load = load,
    AddedTime = addedTime,
    Starts = starts,
    Deferrals = await overSources.MeasureDeferralAsync(stop.Token),
    MissingPeers = overSources.MissingPeers,
};

var report = Report.Write(results, rounds, Stopwatch.GetElapsedTime(started), repository);
Console.WriteLine(report);
if (!isQuick)
{
    await File.WriteAllTextAsync(Path.Combine(repository.Root, "benchmarks", "results", "load-comparison.md"), report, stop.Token);
}

return Goals.Of(results).All(goal => goal.IsReached) ? 0 : 1;
