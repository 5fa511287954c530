using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>A register is a scope of its own: who may see one sees nothing of another.</summary>
[Collection(GateTests.Name)]
public sealed class RegisterScopeTests(GateHub shared)
{
    private readonly TestHub hub = shared.Hub;

    [Fact]
    [Requirement("S0-04")]
    public async Task Register_Should_BeAsIfItWereNotThere_When_TheKeyIsForAnother()
    {
        var own = await hub.AskAsync("""{ register(id: "telecom") { id policy { version } } }""", key: shared.ToolKey);
        var other = await hub.AskAsync($$"""{ register(id: "{{SecondRegister.Id}}") { id } }""", key: shared.ToolKey);
        var nowhere = await hub.AskAsync("""{ register(id: "nowhere") { id } }""", key: shared.ToolKey);
        var everybody = await hub.AskAsync($$"""{ register(id: "{{SecondRegister.Id}}") { id } }""");

        own.Data.Text("register.policy.version").ShouldNotBeNull().Length.ShouldBe(16);
        other.Body.ShouldBe(nowhere.Body);
        everybody.Data.Text("register.id").ShouldBe(SecondRegister.Id);
    }

    [Fact]
    [Requirement("S0-04")]
    public async Task Explain_Should_NotTellOfARegister_When_TheKeyIsForAnother()
    {
        var own = await hub.AskAsync(Explain("telecom"), key: shared.ToolKey);
        var other = await hub.AskAsync(Explain(SecondRegister.Id), key: shared.ToolKey);
        var nowhere = await hub.AskAsync(Explain("nowhere"), key: shared.ToolKey);

        own.Data.Text("explain.reason").ShouldStartWith("The purpose 'customer-service' names the category");
        other.Code.ShouldBe("UNKNOWN_REGISTER");
        other.Body.ShouldBe(nowhere.Body);
    }

    [Fact]
    [Requirement("S0-04")]
    public async Task Mutation_Should_NotReachARegister_When_TheKeyIsForAnother()
    {
        var asked = await hub.AskPurposefullyAsync(
            Requests.Person.AsQueryOf(SecondRegister.Id), key: shared.ToolKey);
        var sources = await hub.AskAsync($$"""{ sources(register: "{{SecondRegister.Id}}") { id } }""", key: shared.ToolKey);

        asked.Code.ShouldBe("UNKNOWN_REGISTER");
        sources.Data.Items("sources").ShouldBeEmpty();
    }

    private static string Explain(string register) =>
        $$"""{ explain(register: "{{register}}", category: "contact", purpose: "customer-service") { allowed reason } }""";
}
