using System.Diagnostics;
using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F12: the hub's disk fills up, each time a little later, and is freed again.</summary>
internal sealed class FullDiskExperiment : IExperiment
{
    private const int DiskMegabytes = 96;
    private const int Step = 48 * 1024;
    private const int PerRound = 25;
    private const string Named = "STORAGE_UNAVAILABLE";
    private static readonly TimeSpan latest = TimeSpan.FromSeconds(2);

    public string Id => "F12";

    public string Title => "the disk is full, at growing sizes, and is freed";

    public string ControlTitle => "the disk stays full";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var rounds = (settings.Control, settings.Size) switch { (true, _) => 1, (_, ExperimentSize.Ci) => 10, _ => 200 };
        await using var disk = await SmallDisk.MountAsync(DiskMegabytes);
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings, Persons = rounds * PerRound, DataDirectory = disk.File("data"),
        });
        var requests = new Queue<AskedRequest>(MixedRequests.Of(trial.World.People, settings.Seed));
        var (full, whole) = (0, 0);
        TimeSpan? drain = null;
        for (var round = 1; round <= rounds; round++)
        {
            var batch = Enumerable.Range(0, PerRound).Select(_ => requests.Dequeue()).ToList();
            disk.Fill(free: (long)round * Step);
            trial.Fault($"disk with {round * Step} bytes left");
            var from = trial.World.History.Lines.Count;
            var asking = trial.Clients.AskAsync(batch, atOnce: 4);
            await Patience.UntilAsync(() => Task.FromResult(Refused(trial, from) > 0 || asking.IsCompleted), there => there, TimeSpan.FromMinutes(1));
            full += Refused(trial, from) > 0 ? 1 : 0;
            whole += await IsWholeAsync(trial.World.Store) ? 1 : 0;
            if (settings.Control)
            {
                // Nobody frees it: what waits for that is the break.
                await Task.WhenAny(asking, Task.Delay(TimeSpan.FromSeconds(10)));
                drain = asking.IsCompleted ? TimeSpan.Zero : null;
            }

            disk.Free();
            trial.Fault("freed");
            await asking;
        }

        var done = await trial.DrainAsync();
        drain = settings.Control ? drain : done;
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        whole += await IsWholeAsync(trial.World.Store) ? 1 : 0;
        return Read(outcome with { Faults = rounds }, evidence.History, rounds, full, whole);
    }

    private static Outcome Read(Outcome outcome, IReadOnlyList<HistoryLine> history, int rounds, int full, int whole)
    {
        var unanswered = history.Where(line => line.Event == HistoryEvent.Unanswered).ToList();
        var others = unanswered.Select(line => line.Said.Split(':')[0]).Where(code => code != Named).Distinct().Order().ToList();
        var slowest = unanswered.Select(line => Took(history, line)).DefaultIfEmpty().Max();
        return outcome with
        {
            Figures = string.Create(
                CultureInfo.InvariantCulture,
                $"full {full} of {rounds} times, {unanswered.Count} requests told {Named}, the slowest after {slowest.TotalSeconds:0.0} s; database whole {whole} of {rounds + 1} times"),
            Missed =
            [
                .. full == rounds ? Array.Empty<string>() : ["The disk was not full every time."],
                .. whole == rounds + 1 ? Array.Empty<string>() : ["The database was not whole every time."],
                .. others.Count == 0 ? Array.Empty<string>() : [$"Clients also heard {string.Join(", ", others)}."],
                .. outcome.Drain is null ? ["It was not done 60 s after the disk was freed."] : Array.Empty<string>(),
            ],
            Late = slowest <= latest ? [] : ["An error took longer than 2 s."],
        };
    }

    private static int Refused(Trial trial, int from) => trial.World.History.Lines.Skip(from).Count(line => line.Event == HistoryEvent.Unanswered);

    private static TimeSpan Took(IReadOnlyList<HistoryLine> history, HistoryLine answer) =>
        answer.At - history.Last(line => line.Event == HistoryEvent.Sent && line.Request == answer.Request && line.At <= answer.At).At;

    private static async Task<bool> IsWholeAsync(HubStore store) =>
        (await store.QueryAsync("PRAGMA integrity_check", row => row.GetString(0))).SequenceEqual(["ok"]);
}
