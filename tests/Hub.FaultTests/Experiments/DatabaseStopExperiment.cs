using System.Diagnostics;
using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F4: the database is killed under three hubs, and comes back.</summary>
internal sealed class DatabaseStopExperiment : IExperiment
{
    private const int Hubs = 3;
    private const string Named = "STORAGE_UNAVAILABLE";
    private static readonly TimeSpan latest = TimeSpan.FromSeconds(2);

    public string Id => "F4";

    public string Title => "the database is killed, three hubs, PostgreSQL";

    public string ControlTitle => "clients do not send again what had no answer";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var (persons, stops, down) = settings.Size == ExperimentSize.Ci ? (100, 3, TimeSpan.FromSeconds(3)) : (1000, 30, TimeSpan.FromSeconds(10));
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings with { Nodes = Hubs, Database = DatabaseKind.PostgreSql },
            Persons = persons,

            // Else what the database told as stored is gone, which no hub can mend.
            Durable = true,
        });
        await trial.World.BehaveAsync(new Behaviour { ReplyMilliseconds = 20 });
        var requests = MixedRequests.Of(trial.World.People, settings.Seed);
        var asking = settings.Control ? AskOnceAsync(trial, requests) : trial.Clients.AskAsync(requests);
        var refusals = new List<(TimeSpan Took, string Said)>();
        var actions = persons * FaultRegister.Sources.Count;
        for (var stop = 1; stop <= stops; stop++)
        {
            if (!settings.Control)
            {
                await trial.UntilEffectsAsync((long)actions * stop / (stops + 1));
            }

            trial.Fault("database killed");
            await trial.World.Store.Server!.KillAsync();
            refusals.AddRange(await AskMeanwhileAsync(trial, down));
            await trial.World.Store.Server.StartAgainAsync();
        }

        await asking;
        var drain = await trial.DrainAsync();
        var (_, outcome) = await trial.JudgeAsync(drain);
        var (slowest, others) = (refusals.Max(refusal => refusal.Took), refusals.Where(refusal => !refusal.Said.StartsWith(Named, StringComparison.Ordinal)).ToList());
        var unheard = requests.Count(request => !trial.Clients.Accepted.ContainsKey(request.Key));
        return outcome with
        {
            Figures = string.Create(CultureInfo.InvariantCulture, $"{refusals.Count} calls meanwhile, each answered with {Named}, the slowest after {slowest.TotalSeconds:0.00} s"),
            Missed =
            [
                .. drain is null ? ["The hubs did not go on by themselves within 60 s."] : Array.Empty<string>(),
                .. others.Select(refusal => $"A call was answered otherwise: {refusal.Said}").Distinct().Take(3),
                .. unheard > 0 ? [$"{unheard} requests were never accepted."] : Array.Empty<string>(),
            ],
            Late = slowest > latest ? ["An answer took longer than 2 s."] : [],
        };
    }

    private static Task AskOnceAsync(Trial trial, IReadOnlyList<AskedRequest> requests) => Parallel.ForEachAsync(
        requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (request, _) =>
        {
            var input = await trial.Clients.InputOfAsync(request);
            await trial.Clients.TryAsync(request, input);
        });

    private static async Task<IReadOnlyList<(TimeSpan, string)>> AskMeanwhileAsync(Trial trial, TimeSpan during)
    {
        var (since, heard) = (Stopwatch.GetTimestamp(), new List<(TimeSpan, string)>());
        while (Stopwatch.GetElapsedTime(since) < during)
        {
            foreach (var node in trial.World.Nodes)
            {
                var asked = Stopwatch.GetTimestamp();
                var answer = await trial.Clients.Client.AskAsync(
                    node.Address,
                    "query($register: ID!) { dataSubjectRequests(register: $register) { nodes { id } } }",
                    new { register = FaultRegister.Id });
                heard.Add((Stopwatch.GetElapsedTime(asked), answer.Missing ?? "data"));
            }
        }

        return heard;
    }
}
