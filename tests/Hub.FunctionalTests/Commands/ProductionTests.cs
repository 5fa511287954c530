using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Commands;

/// <summary>Outside Development nothing is made up: no people, no keys.</summary>
public sealed class ProductionTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    private HubSettings Settings => new(folder.File("data")) { Environment = "Production" };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Start_Should_MakeNoDemoSources_When_TheEnvironmentIsProduction()
    {
        // act
        await using var hub = await ServingHub.StartAsync(Settings);

        // assert
        Directory.Exists(folder.File("data", "telecom")).ShouldBeFalse();
        (await AskAsync(hub, "demo-dpo", "telecom")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Requirement("S0-16")]
    public async Task Start_Should_RefuseDemoKeysAndLeaveNothing_When_TheEnvironmentIsProduction()
    {
        // act
        var finished = await HubProgram.RunAsync(
            Settings with { Further = new Dictionary<string, string> { ["Hub__DemoKeys"] = "true" } }, null);

        // assert
        finished.ExitCode.ShouldBe(1);
        finished.Error.ShouldContain("The demo key is on (Hub:DemoKeys), but the environment is Production.");
        finished.Error.ShouldNotContain("   at ");
        Directory.Exists(folder.File("data")).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_Should_NameEveryMistake_When_KeysAreConfiguredWrong()
    {
        // act
        var finished = await HubProgram.RunAsync(
            Settings with { Further = new Dictionary<string, string> { ["Hub__ApiKeys__0__Name"] = "tool", ["Hub__ApiKeys__0__Role"] = "king" } }, null);

        // assert
        finished.ExitCode.ShouldBe(1);
        finished.Error.ShouldContain("Hub:ApiKeys:0:Hash");
        finished.Error.ShouldContain("Hub:ApiKeys:0:Role");
        finished.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Key_Should_OpenItsRegisterOnly_When_ItsHashIsConfigured()
    {
        // arrange
        await DemoData.CopyToAsync(folder.File("data"));
        Folders.Copy(Path.Combine(Repository.ConnectorsConfig, DemoData.Telecom), Path.Combine(folder.File("config"), DemoData.Telecom));
        SecondRegister.AddTo(folder.File("config"));
        var printed = await HubProgram.RunAsync(Settings, null, "key");
        printed.ExitCode.ShouldBe(0, printed.Error);
        var (key, hash) = (Word(printed.Output, "pdh_"), Word(printed.Output, "sha256:"));

        // act
        await using var hub = await ServingHub.StartAsync(Settings with
        {
            ConfigDirectory = folder.File("config"),
            Further = new Dictionary<string, string>
            {
                ["Hub__ApiKeys__0__Name"] = "invoicing-tool",
                ["Hub__ApiKeys__0__Hash"] = hash,
                ["Hub__ApiKeys__0__Role"] = "tool",
                ["Hub__ApiKeys__0__Registers__0"] = "telecom",
            },
        });
        var own = await AskAsync(hub, key, "telecom");
        var other = await AskAsync(hub, key, SecondRegister.Id);
        var unknown = await AskAsync(hub, key + "x", "telecom");

        // assert
        own.Body.Text("data.findRegistrant.registrant.profile.familyName.value").ShouldBe("Hallavirta");
        other.Body.Items("errors").ShouldHaveSingleItem().Text("extensions.code").ShouldBe("UNKNOWN_REGISTER");
        unknown.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Word(string text, string prefix) =>
        text.Split((char[]?)null).Single(word => word.StartsWith(prefix, StringComparison.Ordinal));

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(ServingHub hub, string key, string register)
    {
        using var http = new HttpClient { BaseAddress = hub.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        http.DefaultRequestHeaders.Add("X-Purpose", "customer-service");
        var query = $$"""
            { findRegistrant(register: "{{register}}", by: { customerId: "10001" }, waitAtMost: "PT30S") { registrant { profile { familyName { value } } } } }
            """;
        using var response = await http.PostAsJsonAsync("graphql", new { query });
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
