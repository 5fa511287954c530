using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Passports;
using PersonalDataHub.Hub.Registrants.Widening;
using PersonalDataHub.Hub.Tests.Registers.Retention;

namespace PersonalDataHub.Hub.Tests.Registrants.Passports;

/// <summary>What passports say of the person is read once for an answer, only when selected, and never longer than the answer may take.</summary>
public sealed class StandingReaderTests
{
    private static readonly Source billing = new()
    {
        Register = "shop",
        Id = "billing",
        Name = "Billing",
        ConnectorId = "billing",
        State = SourceState.Active,
        Descriptor = new() { RecordTypes = [], Accepts = [new(IdentityKinds.CustomerNumber, "crm")], Facts = [FactKinds.OpenInvoice, FactKinds.OpenCollection] },
    };

    private static readonly SubjectIdentity number = new(IdentityKinds.CustomerNumber, "10001", "crm");
    private static readonly Purpose rights = new("rights", "Rights", null);

    private readonly TestTimeProvider clock = new();
    private readonly Told facts = new();
    private int asked;

    [Theory]
    [InlineData(false, false, 0, 0)]
    [InlineData(true, false, 1, 0)]
    [InlineData(false, true, 0, 1)]
    public async Task ReadAsync_Should_AskOnceForWhatIsSelected_When_AnAnswerIsMade(bool keeping, bool blockers, int factsAsked, int sourcesAsked)
    {
        // act: two rules, one source, however many values the answer shows
        var standing = await ReadAsync(keeping, blockers, (_, request, _) => Answered(request));

        // assert
        (facts.Asked, asked).ShouldBe((factsAsked, sourcesAsked));
        (standing is null).ShouldBe(!keeping && !blockers);
    }

    [Fact]
    public async Task ReadAsync_Should_NotHoldUpTheAnswer_When_ASourceDoesNotAnswerInTime()
    {
        // arrange: it never answers
        var silent = new TaskCompletionSource<SourceCall<FactsResult>>();
        var reading = ReadAsync(false, true, (_, _, _) => silent.Task);

        // act
        clock.Advance(TimeSpan.FromSeconds(3));
        var standing = (await reading).ShouldNotBeNull();

        // assert
        var told = standing.Stands.Values.ToList();
        told.Count.ShouldBe(2);
        told.ShouldAllBe(blocker => blocker.State == BlockerState.NotKnown && blocker.NotKnownBecause!.StartsWith("The time for the answer was over"));
    }

    private Task<PersonStanding?> ReadAsync(bool keeping, bool blockers, ReadFacts read)
    {
        var kinds = new KnownIdentityKinds(allowArtificialIdentityCodes: true, clock);
        var known = new KnownRegistrant { Id = Guid.NewGuid(), Register = "shop", Identities = [number], Links = [], Separations = [] };
        var register = Retained.Register([Retained.Rule("own", RetentionTrigger.RelationshipEnd, "P1Y")]);
        register = register with { Pack = register.Pack with { Blockers = [Rule("open-invoice", FactKinds.OpenInvoice), Rule("collection", FactKinds.OpenCollection)] } };
        return new StandingReader(new BlockerReader(Counted), [facts], clock).ReadAsync(
            register,
            new() { Register = "shop", Key = new RegistrantKey.ByCustomerId("10001"), Purpose = "rights", Keeping = keeping, Blockers = blockers },
            new PurposeView(register, rights, seesSecret: true),
            new RegistrantMatch(known, new PersonAssembly(kinds, known, []), kinds),
            [billing],
            new SourceSession(null!, new ReadingBook([billing]), clock, TimeSpan.FromSeconds(2)),
            TestContext.Current.CancellationToken);

        Task<SourceCall<FactsResult>> Counted(Source source, FactsRequest request, CancellationToken cancellationToken)
        {
            asked++;
            return read(source, request, cancellationToken);
        }
    }

    private static BlockerRule Rule(string id, string fact) => new(id, BlockerKind.OpenInvoice, new(id, id), new(id, id)) { Fact = fact, Article = "GDPR Art. 17(3)(e)" };

    private static Task<SourceCall<FactsResult>> Answered(FactsRequest request) => Task.FromResult<SourceCall<FactsResult>>(new()
    {
        Status = CallStatus.Answered,
        Value = new([.. request.Facts.Select(fact => new SourceFact(fact, true, 1, null))], DateTimeOffset.UnixEpoch),
        Duration = TimeSpan.Zero,
    });

    private sealed class Told : IRetentionFacts
    {
        public int Asked { get; private set; }

        public Task<RetentionFacts> OfAsync(Register register, KnownRegistrant person, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new RetentionFacts());
        }
    }
}
