using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>A data protection officer's desk: makes rights requests of a hub over HTTP and waits for what becomes of them.</summary>
public sealed class RightsDesk(TestHub hub)
{
    /// <summary>What is asked of every request.</summary>
    public const string Request = """
        fragment request on DataSubjectRequest {
          id kind status reason answerable endedAt
          plan {
            hash
            items { source recordType field records fate article reason until liftedBy }
            notAsked { source reason } notReached { source reason } undecided { source kind sharedKinds }
          }
          tasks {
            id source state waitingCause instruction failure completedBy
            items { recordType field fate outcome article reason until liftedBy }
          }
        }
        """;

    // A request received at one moment has the same content however often it is sent.
    private readonly DateTimeOffset receivedAt = TimeProvider.System.GetUtcNow().AddMinutes(-1);

    /// <summary>How a request came, and of whom.</summary>
    public object Header(string customer, string? key = null) => new
    {
        clientRequestKey = key ?? Guid.NewGuid().ToString(),
        registrant = new { customerId = customer },
        receivedAt,
        channel = "EMAIL",
    };

    public object Erasure(string customer, object? scope = null) =>
        new { register = "telecom", header = Header(customer), scope = scope ?? new { all = true }, ground = "NO_LONGER_NECESSARY" };

    public object Restriction(string customer, object scope, string ground = "ACCURACY_CONTESTED") =>
        new { register = "telecom", header = Header(customer), scope, ground };

    public object Lift(string customer, string restriction, DateTimeOffset? toldAt = null) =>
        new { register = "telecom", header = Header(customer), restriction, toldAt = toldAt ?? receivedAt };

    /// <summary>A correction of values as a search showed them: elements with <c>ref</c> and <c>tag</c>.</summary>
    public object Rectification(string customer, IEnumerable<JsonElement> held, object? newValue, string? key = null) => new
    {
        register = "telecom",
        header = Header(customer, key),
        corrections = new[]
        {
            new
            {
                targets = held.Select(one => new { @ref = one.Text("ref"), expectedTag = one.Text("tag") }),
                defect = "WRONG",
                newValue,
                ground = "As the person showed.",
            },
        },
    };

    /// <summary>Sends a mutation that gives a request and nothing that stands against it.</summary>
    public async Task<JsonElement> MakeAsync(string mutation, object input)
    {
        var payload = await SendAsync(mutation, input);
        payload.At("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.At("errors").ToString());
        return payload.At("dataSubjectRequest");
    }

    /// <summary>Sends a mutation that is refused; what stands against it, by type and message.</summary>
    public async Task<IReadOnlyList<(string? Type, string? Message)>> RefusedAsync(string mutation, object input)
    {
        var payload = await SendAsync(mutation, input);
        payload.At("dataSubjectRequest").ValueKind.ShouldBe(JsonValueKind.Null);
        return [.. payload.Items("errors").Select(error => (error.Text("__typename"), error.Text("message")))];
    }

    /// <summary>Sends a mutation and waits for what becomes of the request.</summary>
    public async Task<JsonElement> SettleAsync(string mutation, object input) =>
        await SettledAsync((await MakeAsync(mutation, input)).Text("id")!);

    /// <summary>Waits until a request runs no more by itself.</summary>
    public Task<JsonElement> SettledAsync(string id) => UntilAsync(id, request => request.Text("status") != "RUNNING");

    /// <summary>Waits until a request stands as told.</summary>
    public async Task<JsonElement> UntilAsync(string id, Func<JsonElement, bool> stands) =>
        (await Patience.UntilAsync(() => FindAsync(id), stands)).Answer;

    /// <summary>Plans an erasure of everything, approves the plan, and waits for what becomes of it.</summary>
    public async Task<JsonElement> EraseAsync(string customer) =>
        await ApproveAsync(await MakeAsync("requestErasure", Erasure(customer)));

    /// <summary>Approves the plan as it is told, and waits for what becomes of the request.</summary>
    public Task<JsonElement> ApproveAsync(JsonElement request) =>
        SettleAsync("approvePlan", new { request = request.Text("id"), hash = request.Text("plan.hash") });

    public async Task<JsonElement> FindAsync(string id) => (await hub.DataAsync(
        $"query Find($id: ID!) {{ dataSubjectRequest(id: $id) {{ ...request }} }} {Request}", new { id })).At("dataSubjectRequest");

    /// <summary>Asks for a person for a purpose; the registrant.</summary>
    public async Task<JsonElement> PersonAsync(string customer, string selection, string purpose = "data-subject-rights")
    {
        var answer = await hub.SendAsync(
            $$"""
            query Person($customer: String!) {
              findRegistrant(register: "telecom", by: { customerId: $customer }, waitAtMost: "PT30S") { registrant { {{selection}} } }
            }
            """,
            new { customer },
            purpose);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.At("data.findRegistrant.registrant");
    }

    /// <summary>Decides about the one candidate that a source shows for a person.</summary>
    public async Task DecideAsync(string customer, string source, string mutation, string argument)
    {
        var search = await hub.FindAsync(new { customerId = customer }, "candidates { id source { id } } registrant { id }", wait: "PT30S");
        var candidate = search.Items("candidates").Single(one => one.Text("source.id") == source).Text("id");
        var input = new Dictionary<string, object?>
        {
            ["register"] = "telecom", ["registrant"] = search.Text("registrant.id"), [argument] = candidate, ["reason"] = "As the person said.",
        };
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var answer = await hub.DataAsync(
            $$"""mutation Decide($input: {{type}}Input!) { result: {{mutation}}(input: $input) { errors { ... on Error { message } } } }""", new { input });
        answer.At("result.errors").ValueKind.ShouldBe(JsonValueKind.Null, answer.ToString());
    }

    private async Task<JsonElement> SendAsync(string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var answer = await hub.DataAsync(
            $$"""
            mutation Send($input: {{type}}Input!) {
              result: {{mutation}}(input: $input) { dataSubjectRequest { ...request } errors { __typename ... on Error { message } } }
            }
            {{Request}}
            """,
            new { input });
        return answer.At("result");
    }
}
