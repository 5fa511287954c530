using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

public sealed class ErasureShareTests : IDisposable
{
    private static readonly WriteRetained Kept = new("Accounting Act 2:10", new(2032, 12, 31), null);
    private static readonly ErasureContent Everything = new(new Scope.All(), ErasureGround.ConsentWithdrawn);

    private readonly PlanningRoom room = new();

    [Fact]
    public async Task PlanAsync_Should_ShowEachFieldsFate_When_ARecordIsKeptInPart()
    {
        var items = await PlanAsync(target => target.Field is null or "since" ? Kept : target.Field == "page" ? new WriteNotHeld() : new WriteDone());

        items.Select(item => (item.Target.Field, item.Fate, item.Article, item.Until)).ShouldBe(
        [
            ("number", Fate.Erase, "GDPR Art. 17(1)(b)", null),
            ("email", Fate.Erase, "GDPR Art. 17(1)(b)", null),
            ("since", Fate.Retain, "Accounting Act 2:10", new DateOnly(2032, 12, 31)),
        ]);
    }

    [Fact]
    public async Task PlanAsync_Should_KeepTheRecordWhole_When_AllOfItIsKept()
    {
        (await PlanAsync(_ => Kept)).ShouldHaveSingleItem().Target.Field.ShouldBeNull();
        (await PlanAsync(target => target.Field is null ? Kept : new WriteUnsupported("Whole records only."))).ShouldHaveSingleItem().Fate.ShouldBe(Fate.Retain);
    }

    [Fact]
    public async Task PlanAsync_Should_TellWhoCannot_When_TheSourceHasNoSuchAbility()
    {
        var share = new ErasureShare(new ScopeSelection(room.Seal), (_, _, _) => throw new InvalidOperationException("Not to be called."), [], new TestTimeProvider());

        var items = await share.PlanAsync(
            PlanningRoom.Register, PlanningRoom.FileOf(PlanningRoom.SourceOf("crm"), PlanningRoom.Record("1")), Everything, [], TestContext.Current.CancellationToken);

        items.ShouldHaveSingleItem().Fate.ShouldBe(Fate.Unsupported);
    }

    [Fact]
    public async Task PlanAsync_Should_Keep_When_AHindranceStandsInTheWay()
    {
        var items = await PlanAsync(_ => new WriteDone(), new RestrictedForClaims());

        items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Fate.ShouldBe(Fate.Retain),
            item => item.LiftedBy.ShouldBe("Lifting the restriction."));
    }

    [Fact]
    public async Task PlanAsync_Should_Refuse_When_TheSourceDoesNotSay()
    {
        var failed = new SourceCall<WriteResult> { Status = CallStatus.Failed, Failure = new(FailureKind.Transient, "It is down."), Duration = TimeSpan.Zero };
        var share = new ErasureShare(new ScopeSelection(room.Seal), (_, _, _) => Task.FromResult(failed), [], new TestTimeProvider());

        var thrown = await Should.ThrowAsync<ShareNotPlannedException>(share.PlanAsync(PlanningRoom.Register, File, Everything, [], TestContext.Current.CancellationToken));
        thrown.Failure.Message.ShouldBe("It is down.");
    }

    public void Dispose() => room.Dispose();

    private static SourceFile File => PlanningRoom.FileOf(PlanningRoom.SourceOf("crm", PlanningRoom.Can(Ability.Erasure)), PlanningRoom.Record("1"));

    private Task<IReadOnlyList<PlannedItem>> PlanAsync(Func<RecordTarget, WriteItem> answer, params IErasureHindrance[] hindrances)
    {
        var share = new ErasureShare(
            new ScopeSelection(room.Seal),
            (_, request, _) => Task.FromResult(new SourceCall<WriteResult>
            {
                Status = CallStatus.Answered, Value = new() { Items = [.. request.Targets.Select(answer)] }, Duration = TimeSpan.Zero,
            }),
            hindrances,
            new TestTimeProvider());
        return share.PlanAsync(PlanningRoom.Register, File, Everything, [], TestContext.Current.CancellationToken);
    }

    private sealed class RestrictedForClaims : IErasureHindrance
    {
        public Task<IReadOnlyList<ErasureHindrance?>> OfAsync(
            Register register, SourceFile file, ErasureContent content, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ErasureHindrance?>>(
                [.. targets.Select(_ => new ErasureHindrance("GDPR Art. 18(1)(c)", "The person needs it for legal claims.", "Lifting the restriction."))]);
    }
}
