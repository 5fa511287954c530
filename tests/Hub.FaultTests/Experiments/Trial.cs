using System.Diagnostics;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>What all experiments share: a world, its clients, waiting for the work to be done, and the evidence at the end.</summary>
internal sealed class Trial : IAsyncDisposable
{
    /// <summary>How long after the last fault nothing may be left to do.</summary>
    public static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);

    private readonly HashSet<string> rested = [];
    private readonly Stopwatch sinceLastFault = Stopwatch.StartNew();

    private readonly bool isControl;

    private Trial(World world, bool isControl) => (World, Clients, this.isControl) = (world, new(world), isControl);

    public World World { get; }

    public RightsClients Clients { get; }

    /// <summary>How many faults were injected.</summary>
    public int Faults { get; private set; }

    public static async Task<Trial> StartAsync(WorldSettings settings) => new(await World.StartAsync(settings), settings.Experiment.Control);

    /// <summary>Notes a fault; what is waited for is counted from the last.</summary>
    public void Fault(string which)
    {
        Faults++;
        World.History.Fault(which);
        sinceLastFault.Restart();
    }

    /// <summary>Has waiting counted from now: a fault that takes its time, such as restoring a backup, is over.</summary>
    public void FaultIsOver() => sinceLastFault.Restart();

    /// <summary>Waits until sources have made so many changes.</summary>
    public async Task UntilEffectsAsync(long effects, TimeSpan? atMost = null) =>
        await Patience.UntilAsync(World.EffectsAsync, made => made >= effects, atMost ?? TimeSpan.FromMinutes(3));

    /// <summary>Waits until sources have made so many changes, so that a fault falls by progress.</summary>
    /// <returns>False in a control that comes no further after its first fault: then there is nothing more to spoil.</returns>
    public async Task<bool> ComesToEffectsAsync(long effects)
    {
        var mayStop = isControl && Faults > 0;
        try
        {
            await UntilEffectsAsync(effects, mayStop ? WorldSettings.Lease * 2 : null);
            return true;
        }
        catch (TimeoutException) when (mayStop)
        {
            return false;
        }
    }

    /// <summary>Waits until every accepted request rests.</summary>
    /// <returns>The time since the last fault; null when it did not come in time.</returns>
    public async Task<TimeSpan?> DrainAsync(TimeSpan? atMost = null)
    {
        var open = new Queue<string>(Clients.Accepted.Values);
        while (sinceLastFault.Elapsed < (atMost ?? LongestDrain))
        {
            while (open.TryPeek(out var id) && await Clients.ShowAsync(id) is { Rests: true })
            {
                open.Dequeue();
            }

            if (open.Count == 0)
            {
                return sinceLastFault.Elapsed;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return null;
    }

    /// <summary>The same, with an officer who leaves undone what waits for a person: it holds up what was asked later of the same one.</summary>
    public async Task<TimeSpan?> DrainAsync(string ground, TimeSpan atMost)
    {
        while (sinceLastFault.Elapsed < atMost)
        {
            var open = new List<string>();
            foreach (var id in Clients.Accepted.Values.Except(rested).ToList())
            {
                if (await Clients.ShowAsync(id) is { Rests: true } shown && await Clients.SkipAsync(shown, ground) == 0)
                {
                    rested.Add(id);
                }
                else
                {
                    open.Add(id);
                }
            }

            if (open.Count == 0)
            {
                return sinceLastFault.Elapsed;
            }
        }

        return null;
    }

    /// <summary>Collects the evidence and decides. The hubs are dead afterwards.</summary>
    /// <param name="drain">How long it took until nothing was left to do.</param>
    /// <param name="before">What an earlier database held, where a restored one does not.</param>
    public async Task<(Evidence Evidence, Outcome Outcome)> JudgeAsync(TimeSpan? drain, StoredEvidence? before = null)
    {
        var evidence = await EvidenceCollector.CollectAsync(World, Clients, before);
        return (evidence, new()
        {
            Verdict = Checker.Check(evidence),
            Actions = evidence.Tasks.Count,
            Faults = Faults,
            Repeats = RepeatsOf(evidence),
            Drain = drain,
        });
    }

    public async ValueTask DisposeAsync()
    {
        Clients.Dispose();
        await World.DisposeAsync();
    }

    private static int RepeatsOf(Evidence evidence) => evidence.Ledgers.Values.Sum(ledger => ledger
        .Where(line => line.Task is not null && line.Operation != Operations.Preview && line.Said is not ("down" or "refused" or "later"))
        .GroupBy(line => line.Task).Sum(lines => lines.Count() - 1));
}
