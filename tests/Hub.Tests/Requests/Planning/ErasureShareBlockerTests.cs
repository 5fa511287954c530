using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

/// <summary>What the register's policy keeps from an erasure, field by field, with the sentence and the article behind it.</summary>
public sealed class ErasureShareBlockerTests : IDisposable
{
    private static readonly BlockerRule OpenInvoice = new("open-invoice", BlockerKind.OpenInvoice, new("", "An invoice is open"), new("", "Payment"))
    {
        Fact = FactKinds.OpenInvoice, Article = "GDPR Art. 17(3)(e)", Statements = ["kept-while-open"], Fields = ["person.number", "person.since"],
    };

    private static readonly BlockerRule Law = new("accounting", BlockerKind.Law, new("", "The Accounting Act"), new("", "End of the period"))
    {
        Article = "GDPR Art. 17(3)(b)", Statements = ["kept-by-law"], Fields = ["person"],
    };

    private readonly PlanningRoom room = new();
    private readonly List<ErasureRequest> previews = [];

    [Fact]
    [Requirement("S3-55")]
    public async Task PlanAsync_Should_KeepOnlyWhatTheBlockerCovers_When_ItHolds()
    {
        var items = await PlanAsync([OpenInvoice], BlockerState.Holds);

        items.Select(item => (item.Target.Field, item.Fate, item.Article, Statement: item.Statements.Single(), Blocker: item.Blockers.SingleOrDefault())).ShouldBe(
        [
            ("number", Fate.Retain, "GDPR Art. 17(3)(e)", "kept-while-open", "open-invoice"),
            ("since", Fate.Retain, "GDPR Art. 17(3)(e)", "kept-while-open", "open-invoice"),
            ("email", Fate.Erase, "GDPR Art. 17(1)(b)", "erasure", null),
            ("page", Fate.Erase, "GDPR Art. 17(1)(b)", "erasure", null),
        ]);
        items[0].LiftedBy.ShouldBe("Payment");
        previews.SelectMany(preview => preview.Targets).ShouldAllBe(target => target.Field == "email" || target.Field == "page");
    }

    [Fact]
    public async Task PlanAsync_Should_EraseTheRecord_When_TheBlockerDoesNotHold()
    {
        (await PlanAsync([OpenInvoice], BlockerState.DoesNotHold)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Target.Field.ShouldBeNull(), item => item.Fate.ShouldBe(Fate.Erase));
    }

    [Fact]
    public async Task PlanAsync_Should_KeepAndSayThatItIsNotKnown_When_NobodyCouldTell()
    {
        var items = await PlanAsync([OpenInvoice], BlockerState.NotKnown);

        items.Where(item => item.Fate == Fate.Retain).ShouldAllBe(item => item.Reason == "An invoice is open: not known. Billing did not answer.");
        items.Count(item => item.Fate == Fate.Retain).ShouldBe(2);
    }

    [Fact]
    public async Task PlanAsync_Should_KeepTheKeyWithTheRecord_When_TheSourceCannotEraseItAlone()
    {
        var rule = OpenInvoice with { Fields = ["person.since"] };

        var items = await PlanAsync(
            [rule], BlockerState.Holds, target => target.Field == "number" ? new WriteUnsupported("It is the key.") : new WriteDone());

        items.Single(item => item.Target.Field == "number").ShouldSatisfyAllConditions(
            item => item.Fate.ShouldBe(Fate.Retain), item => item.Blockers.ShouldBe(["open-invoice"]));
    }

    [Fact]
    [Requirement("S3-55")]
    public async Task PlanAsync_Should_TellTheLastDayAndTheLaw_When_ThePackHasTheLawsPeriod()
    {
        var rule = new RetentionRule("vouchers", new("", ""), RetentionTrigger.RecordDate, Period.Parse("P10Y"))
        {
            Fields = ["person"], DateField = "since", Strength = RetentionStrength.Minimum, Law = "Accounting Act 1336/1997 2:10", Statements = ["vouchers"],
        };

        var item = (await PlanAsync([Law], BlockerState.Holds, retention: [rule])).ShouldHaveSingleItem();

        (item.Fate, item.Article, item.Until).ShouldBe((Fate.Retain, "Accounting Act 1336/1997 2:10", new DateOnly(2030, 1, 2)));
        item.Statements.ShouldBe(["vouchers", "kept-by-law"]);
        item.Blockers.ShouldBeEmpty();
        previews.ShouldBeEmpty();
    }

    [Fact]
    public async Task PlanAsync_Should_Erase_When_TheLawsPeriodIsOver()
    {
        var rule = new RetentionRule("vouchers", new("", ""), RetentionTrigger.RecordDate, Period.Parse("P3Y"))
        {
            Fields = ["person"], DateField = "since", Strength = RetentionStrength.Minimum, Law = "Accounting Act 1336/1997 2:10",
        };

        (await PlanAsync([Law], BlockerState.Holds, retention: [rule])).ShouldHaveSingleItem().Fate.ShouldBe(Fate.Erase);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PlanAsync_Should_KeepWhatLawKeeps_When_OnlyTheSourceKnowsThePeriod(bool knows)
    {
        var item = (await PlanAsync(
            [Law], BlockerState.Holds, _ => knows ? new WriteRetained("Accounting Act 2:10", new(2032, 12, 31), null) : new WriteDone())).ShouldHaveSingleItem();

        (item.Fate, item.Until).ShouldBe((Fate.Retain, knows ? new DateOnly(2032, 12, 31) : null));
        item.Statements.ShouldBe(["kept-by-law"]);
    }

    [Fact]
    [Requirement("S1-57")]
    [Requirement("S2-76")]
    public async Task PlanAsync_Should_MakeAnonymous_When_ItIsAskedForAndTheSourceCan()
    {
        var able = await PlanAsync([], BlockerState.Holds, method: ErasureMethod.Anonymise, abilities: [Ability.Erasure, Ability.Anonymisation]);
        var unable = await PlanAsync([], BlockerState.Holds, method: ErasureMethod.Anonymise);

        able.ShouldHaveSingleItem().Fate.ShouldBe(Fate.Anonymise);
        previews[0].Anonymised.ShouldBe(previews[0].Targets);
        unable.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Fate.ShouldBe(Fate.Erase), item => item.Reason.ShouldBe("The source cannot make it anonymous; it goes."));
    }

    [Theory]
    [Requirement("S0-10")]
    [InlineData(true, Fate.Anonymise)]
    [InlineData(false, Fate.Retain)]
    public async Task PlanAsync_Should_LetResearchHaveAnonymousData_When_ItsExceptionSaysSo(bool able, Fate expected)
    {
        var research = new BlockerRule("research", BlockerKind.Research, new("", "Research"), new("", "End of the study"))
        {
            Article = "GDPR Art. 17(3)(d)", Statements = ["research"], Categories = ["contact"], Anonymise = true,
        };
        Ability[] abilities = able ? [Ability.Erasure, Ability.Anonymisation] : [Ability.Erasure];

        var items = await PlanAsync([research], BlockerState.Holds, abilities: abilities, research: true);

        items.ShouldContain(item => item.Fate == expected && item.Article == "GDPR Art. 17(3)(d)" && item.Statements.Contains("research"));
    }

    public void Dispose() => room.Dispose();

    private Task<IReadOnlyList<PlannedItem>> PlanAsync(
        IReadOnlyList<BlockerRule> rules,
        BlockerState state,
        Func<RecordTarget, WriteItem>? answer = null,
        IReadOnlyList<RetentionRule>? retention = null,
        ErasureMethod method = ErasureMethod.Erase,
        IReadOnlyList<Ability>? abilities = null,
        bool research = false)
    {
        var register = PlanningRoom.Register with
        {
            Purposes = research
                ? [.. PlanningRoom.Register.Purposes, new("study", "Study", new HashSet<string> { "contact" }) { Nature = PurposeNature.Research }]
                : PlanningRoom.Register.Purposes,
            Pack = PolicyPack.Empty with
            {
                Blockers = rules,
                Retention = retention ?? [],
                Formalities = [new(RegistrantRight.Erasure) { Statements = ["erasure"] }],
            },
        };
        var share = new ErasureShare(
            new ScopeSelection(room.Seal),
            (_, request, _) =>
            {
                previews.Add(request);
                return Task.FromResult(new SourceCall<WriteResult>
                {
                    Status = CallStatus.Answered, Value = new() { Items = [.. request.Targets.Select(answer ?? (_ => new WriteDone()))] }, Duration = TimeSpan.Zero,
                });
            },
            [],
            new TestTimeProvider());
        var blockers = rules.Select(rule => new ErasureBlocker
        {
            Rule = rule.Id,
            Kind = rule.Kind,
            Name = rule.Name.En,
            State = state,
            NotKnownBecause = state == BlockerState.NotKnown ? "Billing did not answer." : null,
            LiftedBy = rule.LiftedBy.En,
            Article = rule.Article,
        }).ToList();
        var source = PlanningRoom.SourceOf("crm", [.. (abilities ?? [Ability.Erasure]).Select(ability => PlanningRoom.Can(ability))]);
        return share.PlanAsync(
            register,
            PlanningRoom.FileOf(source, PlanningRoom.Record("1")),
            new(new Scope.All(), ErasureGround.ConsentWithdrawn) { Method = method },
            blockers,
            TestContext.Current.CancellationToken);
    }
}
