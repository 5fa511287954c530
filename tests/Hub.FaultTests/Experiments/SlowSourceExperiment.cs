using System.Diagnostics;
using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F10: one source takes 30 s for every answer; people are looked up at a steady pace.</summary>
internal sealed class SlowSourceExperiment : IExperiment
{
    private const string Slow = "analytics";
    private const int PerSecond = 20;
    private static readonly TimeSpan latest = TimeSpan.FromSeconds(2.5);

    public string Id => "F10";

    public string Title => "one source takes 30 s to answer, people are looked up";

    public string ControlTitle => "no limit of time";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var (normal, slow) = (settings.Control, settings.Size) switch { (true, _) => (5, 5), (_, ExperimentSize.Ci) => (100, 200), _ => (2000, 10_000) };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = normal + slow,
            SourceTimeout = settings.Control ? "PT1M" : "PT2S",
            Breaker = settings.Control ? "{ failureRatio: 1, minimumThroughput: 1000 }" : "{ failureRatio: 0.5, minimumThroughput: 10, window: PT5S, breakDuration: PT15S }",
        });
        var wait = settings.Control ? "PT1M" : "PT2S";
        await LookUpAsync(trial, 0, 5, wait);
        var before = await LookUpAsync(trial, 0, normal, wait);
        await trial.World.Source(Slow).BehaveAsync(new Behaviour { SlowMilliseconds = 30_000 });
        trial.Fault("slow");
        var during = await LookUpAsync(trial, normal, slow, wait);
        await trial.World.Source(Slow).BehaveAsync(new Behaviour());
        var (evidence, outcome) = await trial.JudgeAsync(TimeSpan.Zero);
        var (usual, meanwhile) = (Percentile(evidence, before), Percentile(evidence, during));
        var late = during.Count(look => look.Took > latest);
        var unmarked = during.Count(look => !look.IsMarked);
        return outcome with
        {
            Actions = during.Count,
            Figures = string.Create(
                CultureInfo.InvariantCulture,
                $"slowest view {during.Max(look => look.Took).TotalSeconds:0.0} s, {during.Count - unmarked} of {during.Count} marked as partial; p95 of the other three {usual:0} ms before, {meanwhile:0} ms meanwhile (x {meanwhile / usual:0.00})"),
            Missed =
            [
                .. late == 0 ? Array.Empty<string>() : [$"{late} views took longer than 2.5 s."],
                .. unmarked == 0 ? Array.Empty<string>() : [$"{unmarked} views are whole, or lack the others, or are not marked: {during.First(look => !look.IsMarked).Said}"],
            ],
        };
    }

    private static async Task<IReadOnlyList<Look>> LookUpAsync(Trial trial, int first, int count, string wait)
    {
        var looks = new List<Task<Look>>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var person = first; person < first + count; person++)
        {
            looks.Add(LookUpAsync(trial, People.NumberOf(person), wait));
            await pace.WaitForNextTickAsync();
        }

        return await Task.WhenAll(looks);
    }

    private static async Task<Look> LookUpAsync(Trial trial, string person, string wait)
    {
        var (at, watch) = (TimeProvider.System.GetUtcNow(), Stopwatch.StartNew());
        var answer = await trial.Clients.Client.AskAsync(
            """
            query($register: ID!, $by: RegistrantKey!, $wait: Duration) {
              findRegistrant(register: $register, by: $by, waitAtMost: $wait) {
                registrant { profile { familyName { held { source { id } } } } } sources { source { id } status }
              }
            }
            """,
            new { register = FaultRegister.Id, by = new { customerId = person }, wait });
        var took = watch.Elapsed;
        if (answer.Data is not { } data)
        {
            return new(person, at, took, IsMarked: false, answer.Missing ?? "");
        }

        var search = data.At("findRegistrant");
        var others = FaultRegister.Sources.Count(source => source != Slow);
        var (statuses, held) = (search.Statuses(), RightsClients.HeldNames(search).Count);
        return new(person, at, took, statuses[Slow] != "ANSWERED" && held == others, $"{string.Join(", ", statuses.Values)}, {held} values");
    }

    // From the question to the moment at which each of the others answered it, by their ledgers.
    private static double Percentile(Evidence evidence, IReadOnlyList<Look> looks)
    {
        var asked = looks.ToDictionary(look => look.Person, look => look.At);
        var took = evidence.Ledgers.Where(ledger => ledger.Key != Slow)
            .SelectMany(ledger => ledger.Value.Where(line => line.Operation == Operations.Read && asked.TryGetValue(line.Number, out var at) && line.At >= at)
                .GroupBy(line => line.Number).Select(lines => (lines.Max(line => line.At) - asked[lines.Key]).TotalMilliseconds))
            .Order().ToList();
        return took[(int)(took.Count * 0.95)];
    }

    private sealed record Look(string Person, DateTimeOffset At, TimeSpan Took, bool IsMarked, string Said);
}
