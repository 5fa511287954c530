using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Commands;

/// <summary>What a newcomer sees and does at the command line, with real processes.</summary>
public sealed class CommandLineTests(NewcomersHub hub) : IClassFixture<NewcomersHub>
{
    private const int MostAttempts = 5;

    [Fact]
    public void Start_Should_PrintWhatThereIsAndWhatToTry_When_NothingWasPrepared()
    {
        var welcome = string.Join('\n', hub.Serving.Welcome);

        hub.Serving.Address.Port.ShouldBeGreaterThan(0);
        welcome.ShouldContain("telecom: Teleoperaattorin asiakasrekisteri");
        foreach (var source in (string[])["crm", "billing", "call-recordings", "web-analytics"])
        {
            hub.Serving.Welcome.ShouldContain(line => line.Trim().StartsWith(source, StringComparison.Ordinal) && line.EndsWith(" fit", StringComparison.Ordinal));
        }

        welcome.ShouldContain("10001  ");
        welcome.ShouldContain("10022  ");
        welcome.ShouldContain($"curl -s {hub.Serving.Address.GetLeftPart(UriPartial.Authority)}/graphql");
        welcome.ShouldNotContain("! ");
    }

    [Fact]
    [Requirement("S0-28")]
    public async Task Curl_Should_AnswerOnePersonFromFourSources_When_ThePrintedLineIsRun()
    {
        // act
        var search = await AskAsync(hub.Serving.Welcome.Single(line => line.StartsWith("curl ", StringComparison.Ordinal)));

        // assert
        search.Statuses().Where(source => source.Value == "ANSWERED").Select(source => source.Key)
            .ShouldBe(["crm", "billing", "call-recordings", "web-analytics"], ignoreOrder: true);
        search.Statuses().Values.ShouldAllBe(status => status == "ANSWERED" || status == "NOT_ASKED");
        search.Text("registrant.profile.familyName.value").ShouldBe("Hallavirta");
        var address = search.Items("registrant.profile.postalAddresses").ShouldHaveSingleItem();
        address.Text("agreement").ShouldBe("CONFLICT");
        address.Texts("held", "source.id").ShouldBe(["crm", "billing"], ignoreOrder: true);
        address.Items("held").ShouldAllBe(held => (held.Text("passport.storedAt") ?? held.Text("passport.observedAt")) != null);
        address.Texts("held", "passport.policy.category").ShouldBe(["contact", "contact"]);
        foreach (var list in (string[])["invoices", "callRecords", "visits"])
        {
            search.Items($"registrant.{list}.nodes").ShouldNotBeEmpty(list);
        }
    }

    [Fact]
    public async Task Registrant_Should_PrintATable_When_AHubIsRunning()
    {
        // act
        var finished = await hub.RunAsync("registrant", "--register", "telecom", "--customer-id", "10001", "--wait-at-most", "PT30S");

        // assert
        finished.Error.ShouldBeEmpty();
        finished.ExitCode.ShouldBe(0, finished.Output);
        finished.Output.ShouldContain("Hallavirta");
        finished.Output.ShouldContain("CONFLICT");
        finished.Output.ShouldContain("INVOICE (");
        finished.Output.ShouldContain("SOURCES (conclusive)");
    }

    [Fact]
    public async Task Registrant_Should_ReadTheIdentityFromInput_When_AKindIsGiven()
    {
        var finished = await HubProgram.RunAsync(
            hub.Settings, "aino.hallavirta@example.org", "registrant", "--register", "telecom", "--kind", "email", "--wait-at-most", "PT30S");

        finished.ExitCode.ShouldBe(0, finished.Error);
        finished.Output.ShouldContain("Hallavirta");
    }

    [Fact]
    public async Task Registrant_Should_Exit2_When_NobodyIsKnownByTheNumber()
    {
        var finished = await hub.RunAsync("registrant", "--register", "telecom", "--customer-id", "99999", "--wait-at-most", "PT30S");

        finished.ExitCode.ShouldBe(2);
        finished.Output.ShouldContain("Nobody is known by this.");
    }

    [Fact]
    public async Task Registrant_Should_Exit4_When_TheRegisterIsUnknown()
    {
        var finished = await hub.RunAsync("registrant", "--register", "telekom", "--customer-id", "10001");

        finished.ExitCode.ShouldBe(4);
        finished.Error.ShouldContain("There is no register of this id");
        finished.Error.ShouldContain("telecom");
        finished.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Registrant_Should_Exit4_When_TheKeyIsNotAccepted()
    {
        var finished = await hub.RunAsync("registrant", "--register", "telecom", "--customer-id", "10001", "--key", "wrong");

        finished.ExitCode.ShouldBe(4);
        finished.Error.ShouldContain("does not accept the API key");
    }

    [Fact]
    public async Task Sources_Should_Exit0_When_EveryoneIsFit()
    {
        var finished = await hub.RunAsync("sources");

        finished.ExitCode.ShouldBe(0, finished.Output + finished.Error);
        finished.Output.Split('\n').Count(line => line.StartsWith("telecom/", StringComparison.Ordinal)).ShouldBe(6);
    }

    [Fact]
    public async Task Start_Should_BeRefused_When_AnotherHubOwnsTheDataDirectory()
    {
        // act
        var finished = await hub.RunAsync();

        // assert
        finished.ExitCode.ShouldBe(1);
        finished.Error.ShouldContain("in use by another hub");
        finished.Error.ShouldContain(hub.Serving.Address.GetLeftPart(UriPartial.Authority));
        finished.Error.ShouldNotContain("   at ");
    }

    // The line waits the default two seconds, which a machine busy with other tests may need for less than an answer.
    private static async Task<JsonElement> AskAsync(string line)
    {
        JsonElement search;
        var attempts = 0;
        do
        {
            var answer = await RunCurlAsync(line);
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            search = answer.At("data.findRegistrant");
        }
        while (++attempts < MostAttempts && search.Statuses().Values.Any(status => status is "TIMED_OUT" or "PARTIAL"));
        return search;
    }

    private static async Task<JsonElement> RunCurlAsync(string line)
    {
        if (!File.Exists("/usr/bin/curl") || !File.Exists("/bin/bash"))
        {
            return await PostAsync(line);
        }

        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", line]) { RedirectStandardOutput = true })!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        bash.ExitCode.ShouldBe(0);
        return JsonElement.Parse(output);
    }

    // Where there is no curl: what it would send.
    private static async Task<JsonElement> PostAsync(string line)
    {
        var quoted = line.Split('\'');
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(quoted[1]["Authorization: ".Length..]);
        using var content = new StringContent(quoted[5], Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(line.Split(' ')[2]), content);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
