using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>What a data protection officer does with requests, over HTTP.</summary>
internal sealed class RightsDesk : IDisposable
{
    private const string Shown = """
        id status reason endedAt registrantId recurrenceOf recurrenceSource
        plan { hash notReached { source reason } }
        tasks { id source state waitingCause waitingUntil attempt failure instruction completedBy items { recordType field fate outcome reason } }
        """;

    private readonly HttpClient http;
    private readonly string register;

    public RightsDesk(Uri address, string register)
    {
        this.register = register;
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-dpo");
        http.DefaultRequestHeaders.Add("X-Purpose", "data-subject-rights");
    }

    public void Dispose() => http.Dispose();

    /// <summary>Asks for a person and returns <c>findRegistrant</c>.</summary>
    public async Task<JsonElement> FindAsync(string customer, string selection) => (await SendAsync(
        $$"""query($register: ID!, $by: RegistrantKey!) { findRegistrant(register: $register, by: $by, waitAtMost: "PT10S") { {{selection}} } }""",
        new { register, by = new { customerId = customer } })).At("findRegistrant");

    /// <summary>Asks for all to be erased; the same again returns the same request.</summary>
    public Task<JsonElement> RequestErasureAsync(string customer, string? key = null) => MutateAsync("requestErasure", new
    {
        register, header = Header(key ?? $"erase-{customer}", new { customerId = customer }), scope = new { all = true }, ground = "NO_LONGER_NECESSARY",
    });

    /// <summary>Asks for a value to be corrected wherever it is named.</summary>
    /// <param name="registrant">The registrant's id.</param>
    /// <param name="values">With <c>ref</c> and <c>tag</c>.</param>
    /// <param name="newValue">The new value.</param>
    public Task<JsonElement> RequestRectificationAsync(string registrant, IEnumerable<JsonElement> values, string newValue) =>
        MutateAsync("requestRectification", new
        {
            register,
            header = Header($"rectify-{registrant}", new { id = registrant }),
            corrections = new[]
            {
                new
                {
                    targets = values.Select(value => new Dictionary<string, string?> { ["ref"] = value.Text("ref"), ["expectedTag"] = value.Text("tag") }),
                    defect = "OUTDATED",
                    newValue = new { text = newValue },
                    ground = "As the person says.",
                },
            },
        });

    public Task<JsonElement> ApproveAsync(JsonElement request) =>
        MutateAsync("approvePlan", new { request = request.Text("id"), hash = request.Text("plan.hash") });

    public Task<JsonElement> CompleteAsync(JsonElement task, string evidence) => MutateAsync("completeTask", new { task = task.Text("id"), evidence });

    public Task<JsonElement> RetryAsync(JsonElement task) => MutateAsync("retryTask", new { task = task.Text("id") });

    public Task<JsonElement> SkipAsync(JsonElement task, string ground) => MutateAsync("skipTask", new { task = task.Text("id"), ground });

    /// <summary>The refusal of a mutation that is refused for one reason.</summary>
    public async Task<string?> RefusalAsync(string mutation, object input) =>
        (await PayloadAsync(mutation, input)).Items("errors").ShouldHaveSingleItem().Text("message");

    /// <summary>Confirms or separates an identity.</summary>
    public async Task DecideAsync(string mutation, string? registrant, string name, string? identity)
    {
        var input = new Dictionary<string, string?>
        {
            ["register"] = register, ["registrant"] = registrant, [name] = identity, ["reason"] = "Looked at both records.",
        };
        var payload = await PayloadAsync(mutation, input, "decidedIdentity { registrantId }");
        payload.At("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
    }

    public async Task<JsonElement> GetAsync(string? id) =>
        (await SendAsync($$"""query($id: ID!) { dataSubjectRequest(id: $id) { {{Shown}} } }""", new { id })).At("dataSubjectRequest");

    public async Task<IReadOnlyList<JsonElement>> ListAsync(string customer) => (await SendAsync(
        $$"""query($register: ID!, $of: RegistrantKey!) { dataSubjectRequests(register: $register, of: $of, first: 100) { nodes { {{Shown}} } } }""",
        new { register, of = new { customerId = customer } })).Items("dataSubjectRequests.nodes");

    /// <summary>Waits until a request is as told; returns it.</summary>
    public Task<JsonElement> UntilAsync(JsonElement request, Func<JsonElement, bool> isThere) =>
        RequestWatch.UntilAsync(() => GetAsync(request.Text("id")), isThere);

    public Task<JsonElement> UntilStatusAsync(JsonElement request, string status) => UntilAsync(request, now => now.Text("status") == status);

    /// <summary>Sends an operation and returns its data; errors fail the test with their messages.</summary>
    public async Task<JsonElement> SendAsync(string query, object variables)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    private static object Header(string key, object registrant) => new
    {
        clientRequestKey = key, registrant, receivedAt = DemoData.Now, channel = "EMAIL",
    };

    private async Task<JsonElement> MutateAsync(string mutation, object input)
    {
        var payload = await PayloadAsync(mutation, input);
        payload.At("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload.At("dataSubjectRequest");
    }

    private async Task<JsonElement> PayloadAsync(string mutation, object input, string result = $"dataSubjectRequest {{ {Shown} }}")
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        return (await SendAsync(
            $$"""mutation($input: {{type}}!) { {{mutation}}(input: $input) { {{result}} errors { ... on Error { message } } } }""",
            new { input })).At(mutation);
    }
}
