using System.Text.Json;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Disclosures;

/// <summary>A data protection officer's desk for what goes out and what people allow: sends mutations over HTTP and reads refusals.</summary>
public sealed class SharingDesk(TestHub hub)
{
    /// <summary>Sends a mutation that nothing stands against; its result.</summary>
    public async Task<JsonElement> DoneAsync(string mutation, object input, string result)
    {
        var payload = await SendAsync(mutation, input, result);
        payload.At("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.At("errors").ToString());
        return payload.EnumerateObject().First().Value;
    }

    /// <summary>Sends a mutation that is refused; what stands against it.</summary>
    public async Task<IReadOnlyList<JsonElement>> RefusedAsync(string mutation, object input, string result)
    {
        var payload = await SendAsync(mutation, input, result);
        payload.EnumerateObject().First().Value.ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload.Items("errors");
    }

    /// <summary>Keeps a person's decision.</summary>
    public Task<JsonElement> DecideAsync(
        string register, string customer, string purpose, string decision, string use = "PROCESSING", string? channel = null, string? text = null) => DoneAsync(
        "setMarketingPermission",
        new { register, registrant = new { customerId = customer }, purpose, decision, use, channel, textVersion = text, intake = "email" },
        "keptPermission { decision { id notice packVersion } sources { source outcome request } web { cookies controls { name url } } }");

    /// <summary>The sentence of the register's notice and the articles behind a refusal: what its statements point at.</summary>
    public async Task<(string? Sentence, IReadOnlyList<string?> Articles)> SentenceAsync(string register, JsonElement refusal, string statement)
    {
        refusal.Items("statements").Select(id => id.GetString()).ShouldContain(statement);
        var answer = await hub.DataAsync("query($id: ID!) { registers { id policy { statement(id: $id) { text { en } articles } } } }", new { id = statement });
        var found = answer.Items("registers").Single(one => one.Text("id") == register).At("policy.statement");
        return (found.Text("text.en"), [.. found.Items("articles").Select(article => article.GetString())]);
    }

    /// <summary>How an operation ended each time, as the audit trail has it.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync(string operation) =>
        await hub.Service<AuditTrail>().ReadAsync(null, CancellationToken.None)
            .Where(entry => entry.Intent.Operation == operation && entry.Outcome is not null)
            .Select(entry => entry.Outcome!.Outcome)
            .ToListAsync();

    private async Task<JsonElement> SendAsync(string mutation, object input, string result)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var error = mutation == "disclose" ? "DisclosureRefusedError" : mutation == "redactRecording" ? "RegistrantQueryError" : "PermissionRefusedError";
        var about = error == "RegistrantQueryError" ? "" : "about statements";
        var answer = await hub.DataAsync(
            $$"""
            mutation Send($input: {{type}}Input!) {
              {{mutation}}(input: $input) { {{result}} errors { ... on {{error}} { message code {{about}} } } }
            }
            """,
            new { input });
        return answer.At(mutation);
    }
}
