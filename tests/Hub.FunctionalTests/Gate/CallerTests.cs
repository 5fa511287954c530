using System.Net;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Who may ask what.</summary>
[Collection(GateTests.Name)]
public sealed class CallerTests(GateHub shared)
{
    private readonly TestHub hub = shared.Hub;

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("pdh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [Requirement("S0-16")]
    [Requirement("S3-37")]
    public async Task Post_Should_Be401_When_TheKeyIsMissingOrUnknown(string? key)
    {
        var answer = await hub.AskAsync("{ registers { id } }", key: key);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Body.ShouldNotContain("telecom");
    }

    [Theory]
    [InlineData("graphql?query={__typename}")]
    [InlineData("media/anything")]
    public async Task Get_Should_Be401_When_NoKeyIsGiven(string path) =>
        (await hub.GetAsync(path, key: null)).Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("health/live", null)]
    [InlineData("health/ready", null)]
    [InlineData("graphql", "text/html")]
    public async Task Get_Should_AnswerWithoutKey_When_NothingOfPeopleIsTold(string path, string? accept) =>
        (await hub.GetAsync(path, key: null, accept)).Status.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Schema_Should_BeForThoseWhoMayReadIt_When_AskedForByAnyWay()
    {
        // arrange
        (string? Key, HttpStatusCode Status)[] callers =
        [
            (Requests.DemoKey, HttpStatusCode.OK),
            (shared.IntegratorKey, HttpStatusCode.OK),
            (shared.ToolKey, HttpStatusCode.Forbidden),
            (null, HttpStatusCode.Unauthorized),
        ];

        foreach (var (key, status) in callers)
        {
            // act
            var text = await hub.GetAsync("graphql?sdl", key);
            var introspection = await hub.AskAsync("{ __schema { queryType { fields { name } } } }", key: key);
            var mistaken = await hub.AskAsync("{ findRegistrants }", key: key);

            // assert
            text.Status.ShouldBe(status);
            introspection.Status.ShouldBe(status);
            var mayRead = status == HttpStatusCode.OK;
            text.Body.Contains("findRegistrant(", StringComparison.Ordinal).ShouldBe(mayRead);
            introspection.Body.Contains("findRegistrant", StringComparison.Ordinal).ShouldBe(mayRead);
            mistaken.Body.Contains("Did you mean", StringComparison.Ordinal).ShouldBe(mayRead);
        }
    }

    [Fact]
    public async Task Registers_Should_ListOnlyTheCallersOwn_When_TheKeyIsForOneRegister()
    {
        var all = await hub.AskAsync("{ registers { id } }");
        var own = await hub.AskAsync("{ registers { id } sources { register } }", key: shared.ToolKey);

        all.Data.Texts("registers", "id").ShouldBe([SecondRegister.Id, "telecom"], ignoreOrder: true);
        own.Data.Texts("registers", "id").ShouldBe(["telecom"]);
        own.Data.Texts("sources", "register").Distinct().ShouldBe(["telecom"]);
    }

    [Fact]
    public async Task FindRegistrant_Should_NotTellThatARegisterExists_When_TheKeyIsNotForIt()
    {
        // act
        var hidden = await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf(SecondRegister.Id), key: shared.ToolKey);
        var missing = await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("nowhere"), key: shared.ToolKey);
        var own = await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("telecom"), key: shared.ToolKey);

        // assert
        hidden.Code.ShouldBe("UNKNOWN_REGISTER");
        hidden.Body.ShouldBe(missing.Body);
        hidden.Body.ShouldNotContain(SecondRegister.Id);
        own.Data.Text("findRegistrant.registrant.id").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_BeRefused_When_TheCallerLooksAfterSourcesOnly()
    {
        // arrange
        using var calls = new SourceCalls(hub);

        // act
        var person = await hub.AskPurposefullyAsync(Requests.Person.AsQueryOf("telecom"), key: shared.IntegratorKey);
        var sources = await hub.AskAsync("{ sources { id state } }", key: shared.IntegratorKey);

        // assert
        person.Status.ShouldBe(HttpStatusCode.Forbidden);
        person.Code.ShouldBe("FORBIDDEN");
        person.HoldsNoData.ShouldBeTrue();
        calls.Count.ShouldBe(0);
        sources.Data.Items("sources").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_RefuseToReveal_When_TheCallerIsNoDataProtectionOfficer()
    {
        const string Query = """{ findRegistrant(register: "telecom", by: { customerId: "10001" }, reveal: true) { registrant { identities { value } } } }""";

        var answer = await hub.AskPurposefullyAsync(Query, key: shared.ToolKey);

        answer.Code.ShouldBe("REVEAL_REFUSED");
        answer.HoldsNoData.ShouldBeTrue();
    }
}
