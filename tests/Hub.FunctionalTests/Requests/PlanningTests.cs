using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Plans over the demo sources and a ledger that can do all it is asked; the ledger fails and keeps on demand.</summary>
public sealed class PlanningTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
    private static readonly RegistrantKey Aino = new RegistrantKey.ByCustomerId("10001");
    private static readonly ErasureContent EraseAll = new(new Scope.All(), ErasureGround.NoLongerNecessary);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_Should_GiveTheWholeFile_When_EverySourceAnswers()
    {
        // arrange
        await using var hub = await StartAsync();

        // act
        var file = await ReadAsync(hub);
        var again = await hub.Service<RegistrantFileReader>().ReadSourceAsync(
            At(file, "billing").Source, file.Registrant.Identities, Wait, Token);

        // assert
        file.Sources.Select(source => source.Source.Id).Order().ShouldBe(["barring", "billing", "call-recordings", "call-traffic", "crm", "ledger", "web-analytics"]);
        file.Sources.ShouldAllBe(source => source.Reached);
        At(file, "crm").Records.Select(record => record.RecordType).ShouldContain("emailAddress");
        At(file, "ledger").Records.Count.ShouldBe(2);
        again.Records.Select(record => record.Key).ShouldBe(At(file, "billing").Records.Select(record => record.Key));
    }

    [Fact]
    public async Task ReadAsync_Should_SayWhatIsMissing_When_NobodyIsKnownAndASourceIsDown()
    {
        await using var hub = await StartAsync((data, _) => File.Delete(Path.Combine(data, "telecom", "crm.db")));

        (await Should.ThrowAsync<RegistrantQueryException>(ReadAsync(hub, new RegistrantKey.ByCustomerId("10014")))).Message.ShouldContain("crm");
    }

    [Fact]
    public async Task BuildAsync_Should_PlanAnErasureTheSameTwice_When_NothingChanged()
    {
        // arrange
        await using var hub = await StartAsync();

        // act
        var plan = (await BuildAsync(hub, await ReadAsync(hub), EraseAll)).Plan;
        var again = (await BuildAsync(hub, await ReadAsync(hub), EraseAll)).Plan;
        await File.WriteAllTextAsync(Control(hub), "retains 2032-12-31 Accounting Act 1336/1997 2:10", Token);
        var kept = (await BuildAsync(hub, await ReadAsync(hub), EraseAll)).Plan;

        // assert
        again.Hash.ShouldBe(plan.Hash);
        plan.Items.Where(item => item.Source == "ledger").Select(item => (item.RecordType, item.Records, item.Fate, item.Article, item.Statement))
            .ShouldBe([("account", 2, Fate.Erase, "GDPR Art. 17(1)(a)", "erasure")]);
        kept.Hash.ShouldNotBe(plan.Hash);
        PlanDifference.Between(plan, kept).ShouldBe(
        [
            "ledger, account, Erase (GDPR Art. 17(1)(a)): 0 now, 2 approved.",
            "ledger, account, Retain until 2032-12-31 (Accounting Act 1336/1997 2:10): 2 now, 0 approved.",
        ]);
    }

    [Fact]
    public async Task BuildAsync_Should_LeaveATaskOpen_When_ASourceIsDown()
    {
        // arrange
        await using var hub = await StartAsync();
        await File.WriteAllTextAsync(Control(hub), "down", Token);

        // act
        var draft = await BuildAsync(hub, await ReadAsync(hub), EraseAll);

        // assert
        draft.Plan.NotReached.ShouldBe([new("ledger", "The ledger is down.")]);
        var task = draft.Tasks.Single(task => task.Source == "ledger");
        (task.NotReached, task.Items.Count, task.Identities.Count).ShouldBe((true, 0, 1));
    }

    [Fact]
    public async Task BuildAsync_Should_PlanTheNamedValueOnly_When_ItIsCorrected()
    {
        // arrange
        await using var hub = await StartAsync();
        var file = await ReadAsync(hub);
        var correction = Correcting(hub, file, new TextValue("Virta"));

        // act
        var draft = await BuildAsync(hub, file, new RectificationContent([correction]));
        await File.WriteAllTextAsync(Control(hub), "down", Token);
        var blind = await BuildAsync(hub, await ReadAsync(hub), new RectificationContent([correction]));

        // assert
        var item = draft.Tasks.ShouldHaveSingleItem().Items.ShouldHaveSingleItem();
        (item.Fate, item.Target.Field, item.Previous).ShouldBe((Fate.Correct, "name", new TextValue("Holder 10001")));
        draft.Plan.NotAsked.Select(source => source.Source).Order().ShouldBe(["barring", "billing", "call-recordings", "call-traffic", "crm", "web-analytics"]);
        var unread = blind.Tasks.ShouldHaveSingleItem();
        (unread.NotReached, unread.Items[0].Previous, unread.Items[0].ExpectedTag).ShouldBe((true, null, correction.Targets[0].ExpectedTag));
    }

    [Fact]
    public async Task BuildAsync_Should_StartNothing_When_TheTagIsStale()
    {
        await using var hub = await StartAsync();
        var file = await ReadAsync(hub);
        var correction = Correcting(hub, file, new TextValue("Virta"));
        var stale = correction with { Targets = [correction.Targets[0] with { ExpectedTag = "another" }] };

        var thrown = await Should.ThrowAsync<RequestException>(BuildAsync(hub, file, new RectificationContent([stale])));

        thrown.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.StaleTag);
    }

    [Fact]
    public async Task BuildAsync_Should_SayWhoCannotRestrict_When_OnlySomeSourcesCan()
    {
        await using var hub = await StartAsync();

        var plan = (await BuildAsync(hub, await ReadAsync(hub), new RestrictionContent(new Scope.All(), RestrictionGround.AccuracyContested))).Plan;

        plan.Items.Single(item => item.Source == "ledger").ShouldSatisfyAllConditions(
            item => item.Fate.ShouldBe(Fate.Restrict),
            item => item.Article.ShouldBe("GDPR Art. 18(1)(a)"));
        plan.Items.ShouldAllBe(item => item.Fate == Fate.Restrict || item.Fate == Fate.HubEnforce);
    }

    [Fact]
    public async Task BuildAsync_Should_LeaveWhatAnotherRestrictionCovers_When_OneIsLifted()
    {
        // arrange
        await using var hub = await StartAsync();
        var file = await ReadAsync(hub);
        var ledger = At(file, "ledger");
        var account = new RecordTarget("account", ledger.Records[0].Key);
        await hub.Service<SourceInvoker>().RestrictAsync(
            ledger.Source,
            new() { Task = new(Guid.NewGuid(), 1), Identities = ledger.Identities, Targets = [.. ledger.Records.Select(record => new RecordTarget("account", record.Key))], Restricted = true },
            Token);
        var lifted = await RestrictAsync(hub, file, RestrictionScope.Person, null);
        await RestrictAsync(hub, file, RestrictionScope.Record, hub.Service<RestrictionHash>().Of("telecom", "ledger", account));

        // act
        var draft = await BuildAsync(hub, await ReadAsync(hub), new RestrictionLiftContent(lifted, DemoData.Now));

        // assert
        var item = draft.Tasks.Single(task => task.Source == "ledger").Items.ShouldHaveSingleItem();
        (item.Fate, item.Target.Key == account.Key).ShouldBe((Fate.Lift, false));
        (await Should.ThrowAsync<RequestException>(BuildAsync(hub, file, new RestrictionLiftContent(Guid.NewGuid(), DemoData.Now))))
            .Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.UnknownScope);
    }

    [Fact]
    public async Task BuildAsync_Should_SayThatNothingIsHeld_When_TheScopeIsEmpty()
    {
        await using var hub = await StartAsync();

        // Every category that invoicing sees is also seen by customer service.
        (await Should.ThrowAsync<RequestException>(BuildAsync(
            hub, await ReadAsync(hub), EraseAll with { Scope = new Scope.Purposes(["invoicing"]) })))
            .Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.NothingHeld);
    }

    private static Task<TestHub> StartAsync(Action<string, string>? prepare = null) => TestHub.StartAsync(
        (data, config, plugins) =>
        {
            Folders.Copy(Repository.TestPlugin("Ledger"), Path.Combine(plugins, "ledger"));
            File.WriteAllText(
                Path.Combine(config, "telecom", "ledger.yaml"),
                $"connector: ledger\nname: Ledger\nsettings:\n  file: {Path.Combine(data, "ledger.db")}\n  customerNumberIssuer: crm\n  persons: 2\n  accountsEach: 2\n");
            prepare?.Invoke(data, config);
        },
        builder => builder.Services.AddPlanning());

    private static string Control(TestHub hub) => Path.Combine(hub.DataDirectory, "ledger.db.control");

    private static async Task<RegistrantFile> ReadAsync(TestHub hub, RegistrantKey? key = null)
    {
        var catalog = hub.Service<CatalogHolder>().Current;
        return (await hub.Service<RegistrantFileReader>().ReadAsync(catalog, catalog.FindRegister("telecom")!, key ?? Aino, Wait, Token)).ShouldNotBeNull();
    }

    private static Task<DraftPlan> BuildAsync(TestHub hub, RegistrantFile file, RequestContent content) =>
        hub.Service<PlanBuilder>().BuildAsync(hub.Service<CatalogHolder>().Current.FindRegister("telecom")!, file, content, [], Token);

    private static SourceFile At(RegistrantFile file, string source) => file.Sources.Single(one => one.Source.Id == source);

    private static Correction Correcting(TestHub hub, RegistrantFile file, FieldValue newValue)
    {
        var (seal, ledger) = (hub.Service<RecordSeal>(), At(file, "ledger"));
        var target = new RecordTarget("account", ledger.Records[0].Key, "name");
        return new()
        {
            Targets = [new(seal.Ref(ledger.Source, target), seal.Tag(ledger.Source, target, ledger.ValueOf(target)!))],
            Defect = Defect.Wrong,
            NewValue = newValue,
            Ground = "As the person says.",
        };
    }

    private static async Task<Guid> RestrictAsync(TestHub hub, RegistrantFile file, RestrictionScope scope, byte[]? target)
    {
        var row = new RestrictionRow
        {
            Id = Guid.NewGuid(),
            Register = "telecom",
            RegistrantId = file.Registrant.Id,
            RequestId = Guid.NewGuid(),
            Scope = scope,
            Target = target,
            Ground = RestrictionGround.AccuracyContested,
            Since = DemoData.Now,
        };
        await hub.Service<WriteGate>().WriteAsync(
            (db, token) =>
            {
                db.Restrictions.Add(row);
                return db.SaveChangesAsync(token);
            },
            Token);
        return row.RequestId;
    }
}
