using System.Diagnostics;
using System.Text.Json;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.BulkErasure;

/// <summary>Erases as an officer's tool would: over GraphQL, looking now and then how it stands.</summary>
internal sealed class Run(HubProcess hub)
{
    private const string Standing = "id status hash persons requestCounts { status count } taskCounts { source state count }";
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);

    /// <summary>How long the plan of one person takes on average when people are planned one after another.</summary>
    public async Task<TimeSpan> PlanSinglyAsync(IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var took = TimeSpan.Zero;
        foreach (var (place, person) in people.Index())
        {
            var (one, data) = await hub.AskAsync(
                """
                mutation Erase($header: RequestHeader!) @purpose(is: "data-subject-rights") {
                  requestErasure(input: { register: "telecom", header: $header, scope: { all: true }, ground: NO_LONGER_NECESSARY }) {
                    dataSubjectRequest { id }
                    errors { __typename ... on Error { message } }
                  }
                }
                """,
                new { header = new { clientRequestKey = $"single-{place}", registrant = new { customerId = person.CustomerId }, receivedAt = Now(), channel = "PORTAL" } },
                cancellationToken);
            Demand(data.GetProperty("requestErasure"));
            took += one;
        }

        return took / people.Count;
    }

    /// <summary>Previews, approves, pauses in the middle, resumes, and waits for the end.</summary>
    public async Task<Measured> EraseAsync(IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var (preview, asked) = await PreviewAsync(people, cancellationToken);
        var bulk = Demand(asked.GetProperty("requestErasures"));
        var id = bulk.GetProperty("id").GetString()!;
        var (approval, _) = await DecideAsync(
            "approveErasures", $"bulk: \"{id}\", hash: \"{bulk.GetProperty("hash").GetString()}\", persons: {bulk.GetProperty("persons").GetInt32()}", cancellationToken);

        var running = Stopwatch.StartNew();
        var tasks = Tasks(bulk, final: false) + Tasks(bulk, final: true);
        await UntilAsync(id, standing => Tasks(standing, final: true) >= tasks / 3, cancellationToken);
        await DecideAsync("pauseErasures", $"bulk: \"{id}\"", cancellationToken);
        var still = await UntilAsync(id, standing => !States(standing).Any(task => task.State == "EXECUTING"), cancellationToken);
        running.Stop();
        await Task.Delay(pause, cancellationToken);
        var later = await UntilAsync(id, _ => true, cancellationToken);
        await DecideAsync("resumeErasures", $"bulk: \"{id}\"", cancellationToken);
        running.Start();
        var end = await UntilAsync(id, standing => standing.GetProperty("status").GetString() is "DONE" or "NEEDS_PERSON", cancellationToken);
        running.Stop();

        return new()
        {
            Persons = people.Count,
            Started = bulk.GetProperty("persons").GetInt32(),
            Tasks = Tasks(end, final: true),
            Preview = preview,
            Approval = approval,
            Running = running.Elapsed,
            WaitingInPause = Tasks(still, final: false),
            BegunWhilePaused = Tasks(later, final: true) - Tasks(still, final: true),
            Ended = Requests(end, "DONE") + Requests(end, "DONE_WITH_RETENTION"),
            WithRetention = Requests(end, "DONE_WITH_RETENTION"),
        };
    }

    // Planning many people takes longer than one call may: the same again joins it.
    private async Task<(TimeSpan Took, JsonElement Answer)> PreviewAsync(IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var header = new { clientRequestKey = "bulk", receivedAt = Now(), channel = "PORTAL" };
        var total = TimeSpan.Zero;
        while (true)
        {
            var (took, answer) = await hub.AskAsync(
                $$"""
                mutation Erase($header: BulkHeader!, $people: [RegistrantKey!]!) @purpose(is: "data-subject-rights") {
                  requestErasures(input: { register: "telecom", header: $header, registrants: $people, scope: { all: true }, ground: NO_LONGER_NECESSARY }) {
                    bulkErasure { {{Standing}} plan { undecided } }
                    errors { __typename ... on Error { message } ... on RequestRefusedError { code } }
                  }
                }
                """,
                new
                {
                    header,
                    people = people.Select(person => new { customerId = person.CustomerId }),
                },
                cancellationToken);
            total += took;
            if (!answer.GetRawText().Contains("STILL_PLANNING", StringComparison.Ordinal))
            {
                return (total, answer);
            }
        }
    }

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("O");

    private static JsonElement Demand(JsonElement payload) => payload.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
        ? throw new InvalidOperationException($"It was refused: {errors}")
        : payload.TryGetProperty("bulkErasure", out var bulk) ? bulk : payload;

    private async Task<(TimeSpan Took, JsonElement Bulk)> DecideAsync(string mutation, string arguments, CancellationToken cancellationToken)
    {
        var (took, data) = await hub.AskAsync(
            $$"""
            mutation @purpose(is: "data-subject-rights") {
              {{mutation}}(input: { {{arguments}} }) { bulkErasure { {{Standing}} } errors { __typename ... on Error { message } } }
            }
            """,
            null,
            cancellationToken);
        return (took, Demand(data.GetProperty(mutation)));
    }

    private async Task<JsonElement> UntilAsync(string id, Func<JsonElement, bool> isThere, CancellationToken cancellationToken)
    {
        using var rhythm = new PeriodicTimer(between);
        while (true)
        {
            var (_, data) = await hub.AskAsync($$"""{ erasures(id: "{{id}}") { {{Standing}} } }""".Insert(0, "query @purpose(is: \"data-subject-rights\") "), null, cancellationToken);
            var standing = data.GetProperty("erasures");
            if (isThere(standing))
            {
                return standing;
            }

            await rhythm.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static IEnumerable<(string State, int Count)> States(JsonElement standing) => standing.GetProperty("taskCounts").EnumerateArray()
        .Select(task => (task.GetProperty("state").GetString()!, task.GetProperty("count").GetInt32()));

    private static int Tasks(JsonElement standing, bool final) =>
        States(standing).Where(task => (task.State == "FINAL") == final).Sum(task => task.Count);

    private static int Requests(JsonElement standing, string status) => standing.GetProperty("requestCounts").EnumerateArray()
        .Where(one => one.GetProperty("status").GetString() == status).Sum(one => one.GetProperty("count").GetInt32());
}
