using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Drift;

/// <summary>Drift of a running hub: with history, after every change of its configuration.</summary>
public sealed class DriftTests : IAsyncLifetime
{
    private const string Query = """{ drift(register: "telecom", includeResolved: true) { kind severity subject message file line resolvedAt } }""";
    private TestHub hub = null!;

    public async ValueTask InitializeAsync() => hub = await TestHub.StartAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    [Requirement("S0-05")]
    public async Task Drift_Should_AppearAndBeResolved_When_APurposeLosesItsBasisAndGetsItBack()
    {
        // arrange
        (await FindingAsync()).ShouldBeNull();
        var file = Path.Combine(hub.ConfigDirectory, "telecom", "register.yaml");
        var right = await File.ReadAllTextAsync(file);
        var lines = right.Split('\n').Length;

        // act
        await ReloadAsync(file, right.Replace("\npurposes:\n", "\npurposes:\n  - { id: whatever, name: Whatever, categories: [contact] }\n", StringComparison.Ordinal));
        var drifted = await FindingAsync();
        await ReloadAsync(file, right);
        var mended = await FindingAsync();

        // assert
        drifted.ShouldNotBeNull();
        drifted.Value.Text("severity").ShouldBe("ERROR");
        drifted.Value.Text("file").ShouldBe("telecom/register.yaml");
        drifted.Value.At("line").GetInt32().ShouldBeInRange(2, lines);
        drifted.Value.Text("resolvedAt").ShouldBeNull();
        mended!.Value.Text("resolvedAt").ShouldNotBeNull();
    }

    [Fact]
    public async Task Drift_Should_TellNothing_When_TheRegisterIsNotTheCallers()
    {
        var answer = await hub.SendAsync("""{ drift(register: "unknown") { kind } }""");

        answer.Items("errors").ShouldHaveSingleItem().Text("extensions.code").ShouldBe("UNKNOWN_REGISTER");
    }

    [Fact]
    [Requirement("S2-17")]
    public async Task DataContents_Should_FillCategoriesFromWhatConnectorsDeclare_When_Asked()
    {
        var contents = (await hub.DataAsync("""{ dataContents(register: "telecom") { category inNotice fields sources } }""")).Items("dataContents");

        var contact = contents.Single(one => one.Text("category") == "contact");
        contact.Items("fields").Select(field => field.GetString()).ShouldContain("emailAddress.address");
        contact.Items("sources").Select(source => source.GetString()).ShouldContain("crm");
    }

    private async Task ReloadAsync(string file, string text)
    {
        await File.WriteAllTextAsync(file, text);
        hub.Service<CatalogHolder>().Reload().ShouldBeTrue();
    }

    private async Task<System.Text.Json.JsonElement?> FindingAsync()
    {
        var found = (await hub.DataAsync(Query)).Items("drift").Where(one => one.Text("subject") == "whatever").ToList();
        return found.Count == 0 ? null : found[0];
    }
}
