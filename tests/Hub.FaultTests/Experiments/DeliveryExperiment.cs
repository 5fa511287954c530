using System.Collections.Concurrent;
using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F9: the same mutation arrives one to five times at once, at any of three hubs.</summary>
internal sealed class DeliveryExperiment : IExperiment
{
    private const int Hubs = 3;
    private const int Most = 5;
    private const string Mutation = """
        mutation($input: RequestErasureInput!) {
          requestErasure(input: $input) { dataSubjectRequest { id kind plan { hash } } errors { __typename ... on Error { message } } }
        }
        """;

    public string Id => "F9";

    public string Title => "the same mutation 1 to 5 times at once, three hubs, PostgreSQL";

    public string ControlTitle => "each delivery has a request key of its own";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var persons = (settings.Control, settings.Size) switch { (true, _) => 50, (_, ExperimentSize.Ci) => 500, _ => 10_000 };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings with { Nodes = Hubs, Database = DatabaseKind.PostgreSql },
            Persons = persons,
        });
        var random = new Random(settings.Seed);
        var deliveries = Enumerable.Range(0, persons)
            .Select(person => (Request: MixedRequests.Of(trial.World.People, People.NumberOf(person), RequestKind.Erasure), Nodes: (int[])[.. Enumerable.Range(0, random.Next(1, Most + 1)).Select(_ => random.Next(Hubs))]))
            .ToList();
        var missed = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
            await DeliverAsync(trial, one.Request, one.Nodes, settings.Control, missed));
        trial.Fault("repeated deliveries");
        var drain = await trial.DrainAsync(TimeSpan.FromSeconds(60 + (persons / 20)));
        var (_, outcome) = await trial.JudgeAsync(drain);
        return outcome with
        {
            Faults = deliveries.Sum(one => one.Nodes.Length - 1),
            Figures = string.Create(CultureInfo.InvariantCulture, $"{deliveries.Sum(one => one.Nodes.Length)} deliveries, {outcome.Actions / FaultRegister.Sources.Count} requests; the same key with other content refused {persons - missed.Count(IsContent)} of {persons} times"),
            Missed = [.. missed.Take(5), .. drain is null ? ["It was not done in time."] : Array.Empty<string>()],
        };
    }

    private static bool IsContent(string missed) => missed.Contains("other content", StringComparison.Ordinal);

    private static async Task DeliverAsync(Trial trial, AskedRequest request, int[] nodes, bool ownKeys, ConcurrentBag<string> missed)
    {
        trial.World.History.Note(HistoryEvent.Sent, request, string.Empty);
        var answers = await Task.WhenAll(nodes.Select((node, number) => SendAsync(trial, node, request, "NO_LONGER_NECESSARY", ownKeys ? $"{request.Key}-{number}" : request.Key)));
        var (ids, plans) = (answers.Select(answer => answer.Id).Distinct().ToList(), answers.Select(answer => answer.Plan).Distinct().ToList());
        foreach (var id in ids.OfType<string>())
        {
            trial.Clients.Accept(request, id);
        }

        if (ids is not [not null] || plans is not [not null])
        {
            missed.Add($"{request.Key} was delivered {nodes.Length} times and became {ids.Count} requests with {plans.Count} plans: {string.Join("; ", answers.Select(answer => answer.Said).OfType<string>().Distinct())}");
        }

        // Once more under the same key, and something else is asked.
        var other = await SendAsync(trial, nodes[0], request, "CONSENT_WITHDRAWN", ownKeys ? $"{request.Key}-other" : request.Key);
        if (other.Id is not null || other.Said?.StartsWith("RequestKeyReusedError", StringComparison.Ordinal) != true)
        {
            missed.Add($"{request.Key}: the same key with other content was not refused, but answered: {other.Said ?? other.Id}");
        }
    }

    private static async Task<(string? Id, string? Plan, string? Said)> SendAsync(Trial trial, int node, AskedRequest request, string ground, string key)
    {
        var header = new { clientRequestKey = key, registrant = new { customerId = request.Person }, receivedAt = "2026-11-02T09:00:00Z", channel = "EMAIL" };
        var input = new { register = FaultRegister.Id, header, scope = new { all = true }, ground };
        var answer = await trial.Clients.Client.AskAsync(trial.World.Nodes[node].Address, Mutation, new { input });
        if (answer.Data is not { } data)
        {
            return (null, null, answer.Missing);
        }

        var payload = data.At("requestErasure");
        return payload.At("dataSubjectRequest").ValueKind == System.Text.Json.JsonValueKind.Null
            ? (null, null, $"{payload.Texts("errors", "__typename")[0]}: {payload.Texts("errors", "message")[0]}")
            : (payload.Text("dataSubjectRequest.id"), payload.Text("dataSubjectRequest.plan.hash"), null);
    }
}
