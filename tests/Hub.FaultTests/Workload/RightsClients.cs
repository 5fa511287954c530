using System.Collections.Concurrent;
using System.Text.Json;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>Clients that make requests at once, insist on an answer, and keep what they sent and heard.</summary>
internal sealed class RightsClients(World world) : IDisposable
{
    private const int AtOnce = 8;
    private readonly ConcurrentDictionary<string, string> accepted = new(StringComparer.Ordinal);

    public HubClient Client { get; } = new(world.Nodes);

    /// <summary>The ids of what was accepted, by client request key.</summary>
    public IReadOnlyDictionary<string, string> Accepted => accepted;

    /// <summary>Makes all requests, so many at once.</summary>
    public Task AskAsync(IEnumerable<AskedRequest> requests, int atOnce = AtOnce) => Parallel.ForEachAsync(
        requests, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (request, _) => await InsistAsync(request));

    /// <summary>Makes a request until a hub took or refused it; always the same one.</summary>
    /// <returns>Its id; null when it was refused.</returns>
    public async Task<string?> InsistAsync(AskedRequest request)
    {
        return await InsistAsync(request, await InputOfAsync(request));
    }

    /// <summary>The same with what is sent for it.</summary>
    public async Task<string?> InsistAsync(AskedRequest request, object input)
    {
        return (await Patience.UntilAsync(() => TryAsync(request, input), answer => answer.Ended, TimeSpan.FromMinutes(3))).Answer.Id;
    }

    /// <summary>Sends it once and keeps what came of it.</summary>
    public async Task<(bool Ended, string? Id)> TryAsync(AskedRequest request, object input, Uri? address = null)
    {
        world.History.Note(HistoryEvent.Sent, request, string.Empty);
        var mutation = $"request{request.Kind}";
        var query = $$"""
            mutation($input: Request{{request.Kind}}Input!) {
              {{mutation}}(input: $input) { dataSubjectRequest { id } errors { ... on Error { message } } }
            }
            """;
        var answer = address is null ? await Client.AskAsync(query, new { input }) : await Client.AskAsync(address, query, new { input });
        if (answer.Data is not { } data)
        {
            world.History.Note(HistoryEvent.Unanswered, request, answer.Missing!);
            return (false, null);
        }

        var payload = data.At(mutation);
        if (payload.At("errors").ValueKind != JsonValueKind.Null)
        {
            world.History.Note(HistoryEvent.Refused, request, payload.Texts("errors", "message")[0]!);
            return (true, null);
        }

        var id = payload.Text("dataSubjectRequest.id")!;
        Accept(request, id);
        return (true, id);
    }

    /// <summary>Keeps that a hub took a request.</summary>
    public void Accept(AskedRequest request, string id)
    {
        accepted[request.Key] = id;
        world.History.Note(HistoryEvent.Accepted, request, id);
    }

    /// <summary>What is sent for a request; a rectification looks first at what is held.</summary>
    public async Task<object> InputOfAsync(AskedRequest request)
    {
        var header = new { clientRequestKey = request.Key, registrant = new { customerId = request.Person }, receivedAt = "2026-11-02T09:00:00Z", channel = "EMAIL" };
        return request.Kind switch
        {
            RequestKind.Erasure => new { register = FaultRegister.Id, header, scope = new { all = true }, ground = "NO_LONGER_NECESSARY" },
            RequestKind.Restriction => new { register = FaultRegister.Id, header, scope = new { all = true }, ground = "ACCURACY_CONTESTED" },
            _ => new { register = FaultRegister.Id, header, corrections = new[] { await CorrectionOfAsync(request) } },
        };
    }

    /// <summary>A request as some hub shows it; null when it knows of none.</summary>
    public async Task<ShownRequest?> ShowAsync(string id)
    {
        var shown = (await Client.InsistAsync(
            $$"""query($id: ID!) { dataSubjectRequest(id: $id) { {{ShownRequest.Selection}} } }""", new { id })).At("dataSubjectRequest");
        return shown.ValueKind == JsonValueKind.Null ? null : ShownRequest.Read(shown);
    }

    /// <summary>The registrant that a hub knows by a customer number, or by a registrant's id; null when it knows none.</summary>
    public async Task<string?> RegistrantAsync(object by)
    {
        var found = (await Client.InsistAsync(
            """query($register: ID!, $by: RegistrantKey!) { findRegistrant(register: $register, by: $by) { registrant { id } } }""",
            new { register = FaultRegister.Id, by })).At("findRegistrant.registrant");
        return found.ValueKind == JsonValueKind.Null ? null : found.Text("id");
    }

    /// <summary>Whether some hub finds anything of a person.</summary>
    public async Task<bool> FindsAsync(string person) => await RegistrantAsync(new { customerId = person }) is not null;

    /// <summary>Whether a purpose is shown anything of a person.</summary>
    public async Task<bool> SeesAsync(string person, string purpose)
    {
        var answer = await Client.AskAsync(
            """
            query($register: ID!, $by: RegistrantKey!) {
              findRegistrant(register: $register, by: $by) { registrant { profile { familyName { value } } } }
            }
            """,
            new { register = FaultRegister.Id, by = new { customerId = person } },
            purpose);
        return answer.Data?.GetRawText().Contains(world.People.Marker, StringComparison.Ordinal) == true;
    }

    /// <summary>Leaves undone what waits for a person, as an officer does who has looked at it.</summary>
    public async Task<int> SkipAsync(ShownRequest request, string ground)
    {
        var waiting = request.Tasks.Where(task => task is { State: "DEAD_LETTER" } or { State: "WAITING", Cause: "PERSON" }).ToList();
        foreach (var task in waiting)
        {
            await Client.AskAsync(
                "mutation($input: SkipTaskInput!) { skipTask(input: $input) { errors { ... on Error { message } } } }",
                new { input = new { task = task.Id, ground } });
        }

        return waiting.Count;
    }

    public void Dispose() => Client.Dispose();

    /// <summary>The family names of a search that selected <c>registrant { profile { familyName { held … } } }</c>; none where nobody told one.</summary>
    public static IReadOnlyList<JsonElement> HeldNames(JsonElement search) =>
        search.At("registrant") is { ValueKind: JsonValueKind.Object } registrant
        && registrant.At("profile.familyName") is { ValueKind: JsonValueKind.Object } name
            ? name.Items("held")
            : [];

    // Every source that is to be corrected has to have told what it holds.
    private async Task<object> CorrectionOfAsync(AskedRequest request)
    {
        var sources = request.Shares?.Count ?? 1;
        var (held, _) = await Patience.UntilAsync(() => NamesAsync(request.Person), names => names.Count >= sources, TimeSpan.FromMinutes(2));
        return new
        {
            targets = held.Select(name => new Dictionary<string, string?> { ["ref"] = name.Text("ref"), ["expectedTag"] = name.Text("tag") }),
            defect = "OUTDATED",
            newValue = new { text = request.NewName },
            ground = "As the person says.",
        };
    }

    private async Task<IReadOnlyList<JsonElement>> NamesAsync(string person)
    {
        var answer = await Client.AskAsync(
            """
            query($register: ID!, $by: RegistrantKey!) {
              findRegistrant(register: $register, by: $by) { registrant { profile { familyName { held { ref tag source { id } } } } } }
            }
            """,
            new { register = FaultRegister.Id, by = new { customerId = person } });
        return answer.Data is { } data ? HeldNames(data.At("findRegistrant")) : [];
    }
}
