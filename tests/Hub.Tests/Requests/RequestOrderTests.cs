using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests;

/// <summary>Requests of one person are carried out one after the other at each source, or refused; never at once.</summary>
public sealed class RequestOrderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_Should_NameTheErasure_When_EverythingIsBeingErased()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var erasure = await room.ApproveAsync(await room.EraseAsync(room.Header()));

        // act
        var refused = new[]
        {
            await Should.ThrowAsync<RequestException>(() => room.EraseAsync(room.Header("two"))),
            await Should.ThrowAsync<RequestException>(() => RestrictAsync(room, "three")),
            await Should.ThrowAsync<RequestException>(() => CorrectAsync(room, "four")),
        };

        // assert
        refused.Select(one => (one.Mistakes.Single().Code, one.Mistakes.Single().About)).Distinct()
            .ShouldBe([(RequestMistakes.InTheWay, erasure.Id.ToString())]);
        (await room.EraseAsync(room.Header("five", "10002"))).Status.ShouldBe(RequestStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Submit_Should_NameTheCorrection_When_TheSameValueIsBeingCorrected()
    {
        await using var room = await RequestRoom.OpenAsync();
        var first = await CorrectAsync(room, "one");

        var refused = await Should.ThrowAsync<RequestException>(() => CorrectAsync(room, "two"));
        var other = await CorrectAsync(room, "three", field: "phone", right: "+358400000001");

        (refused.Mistakes.Single().Code, refused.Mistakes.Single().About).ShouldBe((RequestMistakes.InTheWay, first.Id.ToString()));
        other.Status.ShouldBe(RequestStatus.Running);
    }

    [Fact]
    public async Task Approve_Should_NameTheErasure_When_AnotherOfTheSameWasApprovedFirst()
    {
        await using var room = await RequestRoom.OpenAsync();
        var (first, second) = (await room.EraseAsync(room.Header()), await room.EraseAsync(room.Header("two")));
        await room.ApproveAsync(first);

        var refused = await Should.ThrowAsync<RequestException>(() => room.ApproveAsync(second));

        (refused.Mistakes.Single().Code, refused.Mistakes.Single().About).ShouldBe((RequestMistakes.InTheWay, first.Id.ToString()));
        (await room.FindAsync(second.Id)).Status.ShouldBe(RequestStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Approve_Should_HaveTheErasureWaitItsTurn_When_ACorrectionIsCarriedOut()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var correction = await CorrectAsync(room, "one");
        var erasure = await room.ApproveAsync(await room.EraseAsync(room.Header("two")));

        // act
        var first = await ClaimAsync(room);
        var beside = await ClaimAsync(room);
        await room.Get<TaskRunner>().RunAsync(first.ShouldHaveSingleItem(), Cancellation);
        var second = await ClaimAsync(room);

        // assert
        erasure.Tasks.Single().Behind.ShouldBe(correction.Id);
        first[0].TaskId.ShouldBe(correction.Tasks.Single().Id);
        beside.ShouldBeEmpty();
        second.ShouldHaveSingleItem().TaskId.ShouldBe(erasure.Tasks.Single().Id);
        (await room.FindAsync(erasure.Id)).Tasks.Single().Behind.ShouldBeNull();
    }

    [Fact]
    public async Task Claim_Should_TakeBoth_When_NothingIsKnownOfTheirOrder()
    {
        // The control of the test above: what holds the second back is its place behind the first.
        await using var room = await RequestRoom.OpenAsync();
        await CorrectAsync(room, "one");
        await room.ApproveAsync(await room.EraseAsync(room.Header("two")));
        await using (var db = await room.DatabaseAsync())
        {
            await db.Requests.ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedAt, (DateTimeOffset?)null), Cancellation);
        }

        (await ClaimAsync(room)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Claim_Should_KnowThePersonByTheHashes_When_TheRegistrantsIdsDiffer()
    {
        await using var room = await RequestRoom.OpenAsync();
        var correction = await CorrectAsync(room, "one");
        await room.ApproveAsync(await room.EraseAsync(room.Header("two")));
        await using (var db = await room.DatabaseAsync())
        {
            await db.Requests.Where(row => row.Id == correction.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegistrantId, Guid.NewGuid()), Cancellation);
        }

        (await ClaimAsync(room)).ShouldHaveSingleItem().TaskId.ShouldBe(correction.Tasks.Single().Id);
    }

    [Fact]
    public async Task Submit_Should_LiftOnceAndAfterTheRestriction_When_ItIsBeingRestricted()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var restriction = await RestrictAsync(room, "one");

        // act
        var early = await Should.ThrowAsync<RequestException>(() => LiftAsync(room, "two", restriction.Id));
        await room.RunAsync();
        var lift = await LiftAsync(room, "three", restriction.Id);
        var again = await Should.ThrowAsync<RequestException>(() => LiftAsync(room, "four", restriction.Id));
        await room.RunAsync();

        // assert
        (early.Mistakes.Single().Code, early.Mistakes.Single().About).ShouldBe((RequestMistakes.InTheWay, restriction.Id.ToString()));
        (again.Mistakes.Single().Code, again.Mistakes.Single().About).ShouldBe((RequestMistakes.InTheWay, lift.Id.ToString()));
        (await room.FindAsync(restriction.Id)).Status.ShouldBe(RequestStatus.Done);
        (await room.FindAsync(lift.Id)).Status.ShouldBe(RequestStatus.Done);
        (await FileAsync(room)).Records.ShouldHaveSingleItem().Restricted.ShouldBeFalse();
    }

    private static Task<IReadOnlyList<TaskLease>> ClaimAsync(RequestRoom room) =>
        room.Get<TaskClaims>().ClaimAsync("shop", "crm", "worker", 8, Cancellation);

    private static Task<DataSubjectRequest> RestrictAsync(RequestRoom room, string key) => room.Get<RequestIntake>().SubmitAsync(
        room.Header(key), new RestrictionContent(new Scope.All(), RestrictionGround.AccuracyContested), RequestRoom.Officer, Cancellation);

    private static Task<DataSubjectRequest> LiftAsync(RequestRoom room, string key, Guid restriction) => room.Get<RequestIntake>().SubmitAsync(
        room.Header(key), new RestrictionLiftContent(restriction, room.Clock.GetUtcNow()), RequestRoom.Officer, Cancellation);

    private static async Task<DataSubjectRequest> CorrectAsync(RequestRoom room, string key, string field = "name", string right = "Virta")
    {
        var (seal, file) = (room.Get<RecordSeal>(), await FileAsync(room));
        var target = new RecordTarget("account", file.Records[0].Key, field);
        var value = file.Records[0].Values[file.Source.FindRecordType("account")!.Fields.ToList().FindIndex(one => one.Name == field)];
        var correction = new Correction
        {
            Targets = [new(seal.Ref(file.Source, target), seal.Tag(file.Source, target, value))],
            Defect = Defect.Wrong,
            NewValue = new TextValue(right),
            Ground = "As the person says.",
        };
        return await room.Get<RequestIntake>().SubmitAsync(room.Header(key), new RectificationContent([correction]), RequestRoom.Officer, Cancellation);
    }

    private static Task<SourceFile> FileAsync(RequestRoom room) => room.Get<RegistrantFileReader>().ReadSourceAsync(
        room.Get<CatalogHolder>().Current.FindSource("shop", "crm")!,
        [new(IdentityKinds.CustomerNumber, "10001", "crm")],
        TimeSpan.FromSeconds(10),
        Cancellation);
}
