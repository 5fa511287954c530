using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Connectors;

/// <summary>A connector that nobody knew when the hub was started: handed over, replaced, broken and taken away while it runs.</summary>
public sealed class NewConnectorTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Memberships = """
        sources { source { id } status asOf failure { kind message } }
        registrant { memberships {
          complete
          missing { source { id } }
          nodes { number customer level validFrom validTo email source { id } }
        } }
        """;

    private TestHub hub = null!;
    private LoyaltyProgramme programme = null!;

    public async ValueTask InitializeAsync()
    {
        hub = await TestHub.StartAsync((_, config, _) => BePatient(Path.Combine(config, "telecom")));
        programme = new LoyaltyProgramme(hub.DataDirectory, hub.ConfigDirectory, hub.PluginsDirectory);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Hub_Should_AnswerFromANewConnectorWithoutRestart_When_ItsFilesAreDropped()
    {
        // arrange
        (await SchemaAsync()).ShouldNotContain("memberships");
        (await SourceAsync()).ShouldBeNull();
        programme.ExportDemo();

        // act
        programme.Install();
        programme.Configure();
        var (source, took) = await Patience.UntilAsync(SourceAsync, source => source?.Text("state") == "ACTIVE");
        var (schema, _) = await Patience.UntilAsync(SchemaAsync, schema => schema.Contains("memberships", StringComparison.Ordinal));
        var check = await hub.DataAsync("""{ sources(register: "telecom") { id check { fit remarks } } }""");
        var search = await hub.FindAsync(new { customerId = LoyaltyProgramme.Customer }, Memberships);

        // assert
        output.WriteLine($"There after {took.TotalSeconds:F1} s.");
        took.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        source!.Value.Text("freshness").ShouldBe("P7D");
        check.Items("sources").Single(one => one.Text("id") == "loyalty").At("check.fit").GetBoolean().ShouldBeTrue();
        TypeIn(schema, "Membership").ShouldContain("validTo: Date");
        TypeIn(schema, "Registrant").ShouldContain("): MembershipConnection!");
        search.At("registrant.memberships.complete").GetBoolean().ShouldBeTrue();
        search.Texts("registrant.memberships.nodes", "number").ShouldBe(["L-100", "L-200"]);
        search.Texts("registrant.memberships.nodes", "level").ShouldBe(["silver, family", "gold"]);
        search.Texts("registrant.memberships.nodes", "validTo").ShouldBe(["2025-12-31", "2026-12-31"]);
        search.Texts("registrant.memberships.nodes", "source.id").ShouldBe(["loyalty", "loyalty"]);
        Reading(search).Text("status").ShouldBe("ANSWERED");
        Reading(search).At("asOf").GetDateTimeOffset().ShouldBe(LoyaltyProgramme.ExportedAt);
    }

    [Fact]
    public async Task Hub_Should_TakeTheFieldAway_When_TheConfigurationIsRemoved()
    {
        // arrange
        await HandOverAsync();

        // act
        programme.RemoveConfiguration();
        var (_, took) = await Patience.UntilAsync(SourceAsync, source => source is null);
        var (schema, _) = await Patience.UntilAsync(SchemaAsync, schema => !schema.Contains("memberships", StringComparison.Ordinal));
        var answer = await hub.SendAsync("""
            { findRegistrant(register: "telecom", by: { customerId: "10001" }) { registrant { memberships { complete } } } }
            """);

        // assert
        output.WriteLine($"Gone after {took.TotalSeconds:F1} s.");
        schema.ShouldNotContain("Membership");
        answer.Items("errors")[0].Text("message")!.ShouldContain("memberships");
    }

    [Fact]
    public async Task Hub_Should_HarmNoRequest_When_ConnectorsComeChangeAndGo()
    {
        // arrange
        programme.ExportDemo();
        await using var queries = new BackgroundQueries(hub, "invoices");
        await queries.MoreAsync(5);

        // act
        await HandOverAsync();
        await queries.MoreAsync(5);
        await using var newQueries = new BackgroundQueries(hub, "memberships");
        await newQueries.MoreAsync(5);
        await RevisionAfterAsync(() => File.WriteAllText(Path.Combine(programme.PluginFolder, "release-notes.txt"), "second edition"));
        await newQueries.MoreAsync(5);
        await RevisionAfterAsync(() => programme.Configure("file: telecom/loyalty.csv\n  customerNumberIssuer: crm\n  separator: ','"));
        await newQueries.MoreAsync(5);
        var newFailures = await newQueries.StopAsync();
        programme.RemoveConfiguration();
        await Patience.UntilAsync(SourceAsync, source => source is null);
        await queries.MoreAsync(5);
        var failures = await queries.StopAsync();

        // assert
        output.WriteLine($"{queries.Answers + newQueries.Answers} queries, {failures.Count + newFailures.Count} failures.");
        failures.ShouldBeEmpty();
        newFailures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("assembly", "cannot be loaded")]
    [InlineData("manifest", "plugin.json is not valid JSON")]
    [InlineData("folder", "there is no such plugin")]
    public async Task Hub_Should_KeepTheTypesAndSayWhy_When_ThePluginBreaks(string what, string reason)
    {
        // arrange
        await HandOverAsync();
        var schema = await SchemaAsync();

        // act
        Break(what);
        var (source, _) = await Patience.UntilAsync(SourceAsync, source => source?.Text("state") == "QUARANTINED");
        var search = await hub.FindAsync(new { customerId = LoyaltyProgramme.Customer }, Memberships);
        var broken = await SchemaAsync();
        programme.Install();
        await Patience.UntilAsync(SourceAsync, source => source?.Text("state") == "ACTIVE");
        var mended = await hub.FindAsync(new { customerId = LoyaltyProgramme.Customer }, Memberships);

        // assert
        source!.Value.Text("reason")!.ShouldContain(reason);
        broken.ShouldBe(schema);
        search.At("registrant.memberships.complete").GetBoolean().ShouldBeFalse();
        search.Items("registrant.memberships.nodes").ShouldBeEmpty();
        search.Items("registrant.memberships.missing").ShouldHaveSingleItem().Text("source.id").ShouldBe("loyalty");
        Reading(search).Text("status").ShouldBe("DISABLED");
        Reading(search).Text("failure.message")!.ShouldContain(reason);
        mended.Items("registrant.memberships.nodes").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Hub_Should_TakeTheNewSource_When_AnotherFileIsBrokenAtTheSameTime()
    {
        // arrange
        programme.ExportDemo();
        var billing = Path.Combine(hub.ConfigDirectory, "telecom", "billing.yaml");

        // act
        File.AppendAllText(billing, "concurrency: many\n");
        await HandOverAsync();
        var search = await hub.FindAsync(
            new { customerId = LoyaltyProgramme.Customer }, Memberships.Replace("memberships {", "invoices(first: 1) { complete } memberships {", StringComparison.Ordinal));

        // assert
        search.At("registrant.invoices.complete").GetBoolean().ShouldBeTrue();
        search.Items("registrant.memberships.nodes").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Hub_Should_NameAllMistakesWithLines_When_TheSettingsAreWrong()
    {
        programme.Install();
        programme.Configure("fil: telecom/loyalty.csv\n  separator: '|'\n  columns: { number: no, mail: e }");

        var (source, _) = await Patience.UntilAsync(SourceAsync, source => source?.Text("state") == "QUARANTINED");

        source!.Value.Text("reason")!.ShouldStartWith("telecom/loyalty.yaml:5:");
        hub.Service<PersonalDataHub.Hub.Connectors.CatalogHolder>().Current.Mistakes
            .Select(mistake => mistake.Message.Split(':')[0]).ShouldBe(
                ["settings/fil", "settings/file", "settings/customerNumberIssuer", "settings/separator", "settings/columns/mail"], ignoreOrder: true);
    }

    /// <summary>Gives the sources all the time there is, so that a busy machine does not look like harm done by a swap.</summary>
    private static void BePatient(string register)
    {
        foreach (var file in Directory.GetFiles(register, "*.yaml").Where(file => Path.GetFileName(file) != "register.yaml"))
        {
            File.WriteAllLines(file, [.. File.ReadAllLines(file).Where(line => !line.StartsWith("timeout:", StringComparison.Ordinal)), "timeout: PT30S"]);
        }
    }

    private void Break(string what)
    {
        switch (what)
        {
            case "assembly":
                File.WriteAllText(Path.Combine(programme.PluginFolder, "PersonalDataHub.TestConnectors.Loyalty.dll"), "half a file");
                break;
            case "manifest":
                File.WriteAllText(Path.Combine(programme.PluginFolder, "plugin.json"), "{");
                break;
            default:
                programme.Uninstall();
                break;
        }
    }

    private async Task HandOverAsync()
    {
        programme.ExportDemo();
        programme.Install();
        programme.Configure();
        await Patience.UntilAsync(SourceAsync, source => source?.Text("state") == "ACTIVE");
        await Patience.UntilAsync(SchemaAsync, schema => schema.Contains("memberships", StringComparison.Ordinal));
    }

    private async Task RevisionAfterAsync(Action change)
    {
        var holder = hub.Service<PersonalDataHub.Hub.Connectors.CatalogHolder>();
        var before = holder.Current.Revision;
        change();
        await Patience.UntilAsync(() => Task.FromResult(holder.Current.Revision), revision => revision > before);
    }

    private async Task<JsonElement?> SourceAsync()
    {
        var data = await hub.DataAsync("""{ sources(register: "telecom") { id state reason freshness } }""");
        return data.Items("sources").Where(source => source.Text("id") == "loyalty").Select(source => (JsonElement?)source).SingleOrDefault();
    }

    private Task<string> SchemaAsync() => hub.Http.GetStringAsync(new Uri("graphql?sdl", UriKind.Relative));

    private static JsonElement Reading(JsonElement search) =>
        search.Items("sources").Single(reading => reading.Text("source.id") == "loyalty");

    private static string TypeIn(string schema, string name)
    {
        var start = schema.IndexOf($"type {name} ", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0);
        return schema[start..schema.IndexOf("\n}", start, StringComparison.Ordinal)];
    }
}
