using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Blockers;

namespace PersonalDataHub.Hub.Tests.Registrants.Blockers;

public sealed class BlockerReaderTests
{
    private static readonly DateTimeOffset Due = new(2026, 10, 20, 0, 0, 0, TimeSpan.FromHours(3));
    private static readonly BlockerRule OpenInvoice = Rule("open-invoice", BlockerKind.OpenInvoice, FactKinds.OpenInvoice);
    private static readonly BlockerRule Contact = Rule("company-contact", BlockerKind.CompanyContact, FactKinds.CompanyContact);

    private readonly List<(string Source, IReadOnlyList<string> Facts)> asked = [];

    [Fact]
    public async Task ReadAsync_Should_TellWhatHoldsAndWhoSaidSo_When_SourcesAnswer()
    {
        var told = await ReadAsync([OpenInvoice, Contact], [Teller("billing", FactKinds.OpenInvoice), Teller("crm", FactKinds.CompanyContact)]);

        told.Select(blocker => (blocker.Rule, blocker.State, blocker.At)).ShouldBe(
        [
            ("open-invoice", BlockerState.Holds, Due),
            ("company-contact", BlockerState.DoesNotHold, null),
        ]);
        told[0].ShouldSatisfyAllConditions(
            blocker => blocker.ToldBy.ShouldBe(["billing"]),
            blocker => blocker.LiftedBy.ShouldBe("End of open-invoice"),
            blocker => blocker.Statements.ShouldBe(["no-erasure-while-open"]),
            blocker => blocker.Article.ShouldBe("GDPR Art. 17(3)(e)"));
    }

    [Fact]
    public async Task ReadAsync_Should_AskASourceOnce_When_ItTellsSeveralFacts()
    {
        var collection = Rule("collection", BlockerKind.Collection, FactKinds.OpenCollection);

        await ReadAsync([OpenInvoice, collection], [Teller("billing", FactKinds.OpenInvoice, FactKinds.OpenCollection), Teller("web")]);

        asked.ShouldHaveSingleItem().Facts.ShouldBe([FactKinds.OpenInvoice, FactKinds.OpenCollection]);
    }

    [Fact]
    public async Task ReadAsync_Should_NeverTakeSilenceForLifted_When_ASourceDoesNotAnswer()
    {
        var told = await ReadAsync([OpenInvoice], [Teller("billing", FactKinds.OpenInvoice) with { Name = "down" }]);

        told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            blocker => blocker.State.ShouldBe(BlockerState.NotKnown),
            blocker => blocker.Keeps.ShouldBeTrue(),
            blocker => blocker.NotKnownBecause.ShouldBe("The source 'billing' did not answer: It is down."));
    }

    [Fact]
    public async Task ReadAsync_Should_Hold_When_OneSourceTellsItAndAnotherIsSilent()
    {
        var told = await ReadAsync(
            [OpenInvoice], [Teller("billing", FactKinds.OpenInvoice), Teller("shop", FactKinds.OpenInvoice) with { Name = "down" }]);

        told.ShouldHaveSingleItem().State.ShouldBe(BlockerState.Holds);
    }

    [Fact]
    public async Task ReadAsync_Should_SayHowToMendThePack_When_NoSourceTellsTheFact()
    {
        var told = await ReadAsync([OpenInvoice with { Line = 12 }], [Teller("crm", FactKinds.CompanyContact)]);

        told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            blocker => blocker.State.ShouldBe(BlockerState.NotKnown),
            blocker => blocker.NotKnownBecause!.ShouldContain("No source of the register tells the fact 'openInvoice'"),
            blocker => blocker.NotKnownBecause!.ShouldContain("'open-invoice'"),
            blocker => blocker.NotKnownBecause!.ShouldContain("shop/register.yaml, line 12"));
        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_Should_AskOnlyTheSourcesNamed_When_TheRuleNamesThem()
    {
        await ReadAsync(
            [OpenInvoice with { FactSources = ["billing"] }], [Teller("billing", FactKinds.OpenInvoice), Teller("shop", FactKinds.OpenInvoice)]);

        asked.ShouldHaveSingleItem().Source.ShouldBe("billing");
    }

    [Theory]
    [InlineData(true, BlockerState.DoesNotHold)]
    [InlineData(false, BlockerState.NotKnown)]
    public async Task ReadAsync_Should_NotAsk_When_TheSourceKnowsNobodyOfThem(bool certain, BlockerState expected)
    {
        var reader = new BlockerReader((_, _, _) => throw new InvalidOperationException("Not to be called."));

        var told = await reader.ReadAsync(
            [OpenInvoice], [Teller("billing", FactKinds.OpenInvoice)], _ => certain ? [] : null, TestContext.Current.CancellationToken);

        told.ShouldHaveSingleItem().State.ShouldBe(expected);
    }

    [Fact]
    public async Task ReadAsync_Should_HoldWithoutAskingAnybody_When_NoFactCanLiftIt()
    {
        var research = Rule("research", BlockerKind.Research, null);

        (await ReadAsync([research], [])).ShouldHaveSingleItem().State.ShouldBe(BlockerState.Holds);
    }

    private static BlockerRule Rule(string id, BlockerKind kind, string? fact) => new(id, kind, new(id, id), new(id, $"End of {id}"))
    {
        Fact = fact,
        Article = "GDPR Art. 17(3)(e)",
        Statements = ["no-erasure-while-open"],
    };

    private static Source Teller(string id, params string[] facts) => new()
    {
        Register = "shop",
        Id = id,
        Name = id,
        ConnectorId = id,
        State = SourceState.Active,
        Descriptor = new() { RecordTypes = [], Accepts = [], Facts = facts },
    };

    private Task<IReadOnlyList<ErasureBlocker>> ReadAsync(IReadOnlyList<BlockerRule> rules, IReadOnlyList<Source> sources) =>
        new BlockerReader(Answer).ReadAsync(
            rules, sources, _ => [new(IdentityKinds.CustomerNumber, "10001", "crm")], TestContext.Current.CancellationToken);

    private Task<SourceCall<FactsResult>> Answer(Source source, FactsRequest request, CancellationToken cancellationToken)
    {
        asked.Add((source.Id, request.Facts));
        return Task.FromResult<SourceCall<FactsResult>>(source.Name == "down"
            ? new() { Status = CallStatus.Failed, Failure = new(FailureKind.Transient, "It is down."), Duration = TimeSpan.Zero }
            : new()
            {
                Status = CallStatus.Answered,
                Value = new([.. request.Facts.Select(fact => fact == FactKinds.OpenInvoice
                    ? new SourceFact(fact, true, 2, Due)
                    : new SourceFact(fact, false, 0, null))], Due),
                Duration = TimeSpan.Zero,
            });
    }
}
