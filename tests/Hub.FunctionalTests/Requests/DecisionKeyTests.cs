using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Whoever lost the answer to a decision sends it again under its key: decided once, answered alike, over HTTP.</summary>
public sealed class DecisionKeyTests(RightsHub shared) : IClassFixture<RightsHub>
{
    private const string Customer = "10002";
    private const string Request = "dataSubjectRequest { id status dueOn deadline { extended countedFrom } }";
    private const string Bulk = "bulkErasure { id status }";

    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("withdrawRequest", "withdrawRequest", "withdrawnRequest { request { id status reason } notUndone { source } undo { id } }")]
    [InlineData("extendDeadline", "extendDeadline", Request)]
    [InlineData("askIdentity", "askIdentity", Request)]
    [InlineData("answerIdentity", "identityAnswered", Request)]
    public async Task Decision_Should_CountOnceAndBeAnsweredAlike_When_ItIsDeliveredAgainUnderItsKey(string mutation, string audited, string answer)
    {
        // arrange
        var request = (await shared.Desk.MakeAsync("requestErasure", shared.Desk.Erasure(Customer))).Text("id")!;
        if (mutation == "answerIdentity")
        {
            await SendAsync("askIdentity", About("askIdentity", request, "asked", now.AddSeconds(-20)), Request);
        }

        // act
        var first = await SendAsync(mutation, About(mutation, request, "one", now), answer, mutation);
        var again = await SendAsync(mutation, About(mutation, request, "one", now), answer, mutation);
        var other = await SendAsync(mutation, About(mutation, request, "two", now.AddSeconds(-10)), answer, mutation);
        var without = await SendAsync(mutation, About(mutation, request, "one", now), answer);

        // assert
        Errors(first).ShouldBeEmpty();
        again.ToString().ShouldBe(first.ToString());
        Errors(other).ShouldBe(["RequestKeyReusedError"]);
        Errors(without).ShouldBe(["RequestRefusedError"]);
        (await AuditedAsync(audited, request)).ShouldBe(1);
    }

    [Fact]
    public async Task SetLegalHold_Should_SetOneHold_When_ItIsDeliveredAgainUnderItsKey()
    {
        // arrange
        const string answer = "legalHold { id registrant reason setBy from reviewOn }";
        var ofPerson = Hold("A claim.", new { customerId = Customer });

        // act
        var first = await SendAsync("setLegalHold", ofPerson, answer, "hold");
        var again = await SendAsync("setLegalHold", ofPerson, answer, "hold");
        var other = await SendAsync("setLegalHold", Hold("A claim.", new { customerId = "10003" }), answer, "hold");
        var without = await SendAsync("setLegalHold", ofPerson, answer);
        await SendAsync("liftLegalHold", new() { ["hold"] = without.Text("legalHold.id") }, answer);
        var liftedAgain = await SendAsync("liftLegalHold", new() { ["hold"] = without.Text("legalHold.id") }, answer);
        var held = (await shared.Hub.DataAsync("""{ legalHolds(register: "telecom") { id } }""")).Texts("legalHolds", "id");

        // assert
        Errors(first).ShouldBeEmpty();
        again.ToString().ShouldBe(first.ToString());
        Errors(other).ShouldBe(["RequestKeyReusedError"]);
        held.ShouldBe([first.Text("legalHold.id")]);
        without.Text("legalHold.id").ShouldNotBe(first.Text("legalHold.id"));
        liftedAgain.Text("legalHold.id").ShouldBe(without.Text("legalHold.id"));
        (await AuditedAsync("liftLegalHold", without.Text("legalHold.id")!)).ShouldBe(1);
    }

    [Fact]
    public async Task PauseErasures_Should_LeaveALaterDecisionAlone_When_ItIsDeliveredAgainUnderItsKey()
    {
        // arrange
        var made = (await shared.Hub.DataAsync(
            """
            mutation Erase($header: BulkHeader!, $people: [RegistrantKey!]!) {
              requestErasures(input: { register: "telecom", header: $header, registrants: $people, scope: { all: true }, ground: CONSENT_WITHDRAWN, perMinute: 1 }) {
                bulkErasure { id hash persons }
              }
            }
            """,
            new
            {
                header = new { clientRequestKey = "bulk", receivedAt = now, channel = "PORTAL" },
                people = Enumerable.Range(10101, 3).Select(number => new { customerId = $"{number}" }),
            })).At("requestErasures.bulkErasure");
        Dictionary<string, object?> bulk = new() { ["bulk"] = made.Text("id") };
        const string paused = "pause", resumed = "resume";

        // act
        Dictionary<string, object?> approval = new(bulk) { ["hash"] = made.Text("hash"), ["persons"] = made.At("persons").GetInt32() };
        var approved = await SendAsync("approveErasures", approval, "bulkErasure { id approvedAt }");
        var approvedAgain = await SendAsync("approveErasures", approval, "bulkErasure { id approvedAt }");
        var first = await SendAsync("pauseErasures", bulk, Bulk, paused);
        var again = await SendAsync("pauseErasures", bulk, Bulk, paused);
        await SendAsync("resumeErasures", bulk, Bulk, resumed);
        var late = await SendAsync("pauseErasures", bulk, Bulk, paused);
        await SendAsync("pauseErasures", bulk, Bulk);
        var lateResumed = await SendAsync("resumeErasures", bulk, Bulk, resumed);
        var other = await SendAsync("resumeErasures", bulk, Bulk, paused);

        // assert
        approvedAgain.ToString().ShouldBe(approved.ToString());
        (first.Text("bulkErasure.status"), again.ToString()).ShouldBe(("PAUSED", first.ToString()));
        late.Text("bulkErasure.status").ShouldBe("RUNNING");
        lateResumed.Text("bulkErasure.status").ShouldBe("PAUSED");
        Errors(other).ShouldBe(["RequestKeyReusedError"]);
        (await AuditedAsync("pauseErasures", made.Text("id")!), await AuditedAsync("resumeErasures", made.Text("id")!)).ShouldBe((2, 1));
    }

    private static Dictionary<string, object?> About(string mutation, string request, string reason, DateTimeOffset at) => mutation switch
    {
        "withdrawRequest" => new() { ["request"] = request, ["reason"] = reason },
        "extendDeadline" => new() { ["request"] = request, ["reason"] = reason, ["toldAt"] = at },
        "askIdentity" => new() { ["request"] = request, ["askedAt"] = at },
        _ => new() { ["request"] = request, ["answeredAt"] = at },
    };

    private static Dictionary<string, object?> Hold(string reason, object registrant) =>
        new() { ["register"] = "telecom", ["hold"] = new { registrant, reason, reviewOn = "2099-01-01" } };

    private static IEnumerable<string?> Errors(JsonElement payload) =>
        payload.At("errors").ValueKind == JsonValueKind.Null ? [] : payload.Texts("errors", "__typename");

    private async Task<JsonElement> SendAsync(string mutation, Dictionary<string, object?> said, string answer, string? key = null)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        Dictionary<string, object?> input = new(said);
        if (key is { } given)
        {
            input["clientRequestKey"] = given == "hold" ? mutation : given.ToString();
        }

        return (await shared.Hub.DataAsync(
            $$"""mutation Send($input: {{type}}Input!) { result: {{mutation}}(input: $input) { {{answer}} errors { __typename ... on Error { message } } } }""",
            new { input })).At("result");
    }

    private async Task<int> AuditedAsync(string operation, string about) => int.Parse((await OutsideTools.QueryAsync(
        Path.Combine(shared.Hub.DataDirectory, "hub.db"),
        $"select count(*) from AuditEntries where Operation = '{operation}' and lower(RequestId) = '{about}'")).Single(),
        System.Globalization.CultureInfo.InvariantCulture);
}
