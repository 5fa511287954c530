using System.Diagnostics;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>What fails is shown as failing; the rest is still answered, in time.</summary>
public sealed class FailingSourcesTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private const string Selection = """
        conclusive
        sources { source { id } status failure { kind message } }
        registrant {
          profile { familyName { value agreement } }
          invoices { complete missing { source { id } status } nodes { number } }
          serviceNotes { complete nodes { id } }
          notes { complete missing { source { id } status } nodes { id } }
        }
        """;

    [Fact]
    public async Task FindRegistrant_Should_AnswerInTimeAndSayWhatIsMissing_When_SourcesAreDownSlowAndThrowing()
    {
        // arrange
        await using var hub = await TestHub.StartAsync((data, config, plugins) =>
        {
            File.Move(Path.Combine(data, "telecom", "billing.db"), Path.Combine(data, "telecom", "billing.away"));
            Add(config, plugins, "Slow", "slow", "timeout: PT1M\nsettings:\n  mode: polite\n  delay: PT30S\n");
            Add(config, plugins, "Throwing", "throwing", "settings:\n  mode: read-unknown\n");
        });

        // act
        var watch = Stopwatch.StartNew();
        var search = await hub.FindAsync(new { customerId = "10001" }, Selection, "PT4S");

        // assert
        watch.Elapsed.ShouldBeLessThan(Delay / 2);
        var statuses = search.Statuses();
        (statuses["crm"], statuses["billing"], statuses["slow"], statuses["throwing"])
            .ShouldBe(("ANSWERED", "FAILED", "TIMED_OUT", "FAILED"));
        search.At("conclusive").GetBoolean().ShouldBeFalse();
        search.Text("registrant.profile.familyName.value").ShouldNotBeNullOrEmpty();
        search.At("registrant.serviceNotes.complete").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task FindRegistrant_Should_NameTheSourceMissing_When_ItsFileIsGone()
    {
        // arrange
        await using var hub = await TestHub.StartAsync((data, _, _) =>
            File.Move(Path.Combine(data, "telecom", "billing.db"), Path.Combine(data, "telecom", "billing.away")));

        // act
        var selection = "sources { source { id } status failure { kind message } } registrant { invoices { complete missing { source { id } status } nodes { number } } }";
        var down = await hub.FindAsync(new { customerId = "10001" }, selection);
        File.Move(Path.Combine(hub.DataDirectory, "telecom", "billing.away"), Path.Combine(hub.DataDirectory, "telecom", "billing.db"));
        var back = await hub.FindAsync(new { customerId = "10001" }, selection);

        // assert
        down.At("registrant.invoices.complete").GetBoolean().ShouldBeFalse();
        down.Texts("registrant.invoices.missing", "source.id").ShouldBe(["billing"]);
        var failure = down.Items("sources").Single(reading => reading.Text("source.id") == "billing").At("failure");
        failure.Text("kind").ShouldBe("CONFIGURATION");
        failure.Text("message")!.ShouldContain("does not exist");
        back.Items("registrant.invoices.nodes").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_NotSayNobody_When_ThePrimarySourceIsDown()
    {
        // arrange
        await using var hub = await TestHub.StartAsync((data, _, _) =>
            File.Move(Path.Combine(data, "telecom", "crm.db"), Path.Combine(data, "telecom", "crm.away")));

        // act
        var search = await hub.FindAsync(new { customerId = "10014" }, "conclusive registrant { id }");

        // assert
        search.At("registrant").ValueKind.ShouldBe(JsonValueKind.Null);
        search.At("conclusive").GetBoolean().ShouldBeFalse();
    }

    private static void Add(string config, string plugins, string project, string id, string rest)
    {
        Folders.Copy(Repository.TestPlugin(project), Path.Combine(plugins, id));
        File.WriteAllText(Path.Combine(config, "telecom", $"{id}.yaml"), $"connector: {id}\nname: {project}\n{rest}");
    }
}
