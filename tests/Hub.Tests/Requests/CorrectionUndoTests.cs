using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests;

/// <summary>Corrections that a withdrawal turns back, over a real source.</summary>
public sealed class CorrectionUndoTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Withdraw_Should_TurnTheCorrectionBack_When_UndoIsWanted()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var before = await NameAsync(room);
        var request = await CorrectAsync(room, "one", new TextValue("Virta"));
        await room.RunAsync();

        // act
        var withdrawn = await room.Get<Withdrawal>().WithdrawAsync(request.Id, "it was right", undo: true, "key", RequestRoom.Officer, Cancellation);
        var again = await room.Get<Withdrawal>().WithdrawAsync(request.Id, "it was right", undo: true, "key", RequestRoom.Officer, Cancellation);
        await room.RunAsync();

        // assert
        (again.Undo?.Id, again.NotUndone.Count, again.Request.Status).ShouldBe((withdrawn.Undo?.Id, withdrawn.NotUndone.Count, RequestStatus.Withdrawn));
        withdrawn.Request.Status.ShouldBe(RequestStatus.Withdrawn);
        withdrawn.Undo.ShouldNotBeNull();
        (await NameAsync(room)).ShouldBe(before);
    }

    [Fact]
    public async Task Withdraw_Should_ChangeNothing_When_TheCorrectionCannotBeTurnedBack()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var request = await CorrectAsync(room, "one", new TextValue("Virta"));
        await room.RunAsync();
        await CorrectAsync(room, "two", new TextValue("Koski"));
        await room.RunAsync();

        // act
        var refused = await Should.ThrowAsync<RequestException>(
            () => room.Get<Withdrawal>().WithdrawAsync(request.Id, "it was right", undo: true, null, RequestRoom.Officer, Cancellation));

        // assert
        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.StaleTag);
        (await room.FindAsync(request.Id)).Status.ShouldBe(RequestStatus.NeedsPerson);
        (await NameAsync(room)).ShouldBe(new TextValue("Koski"));
    }

    [Fact]
    public async Task Withdraw_Should_TurnBackWhenTheChangeHasCome_When_AWeeklySourceHasNotMadeItYet()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var before = await NameAsync(room);
        room.Switch("pending-for 604800");
        var request = await CorrectAsync(room, "one", new TextValue("Virta"));
        await room.RunAsync();
        room.Switch();

        // act
        var withdrawn = await room.Get<Withdrawal>().WithdrawAsync(request.Id, "it was right", undo: true, null, RequestRoom.Officer, Cancellation);
        var early = await room.RunAsync();
        room.Clock.Advance(TimeSpan.FromDays(7));
        var between = await NameAsync(room);
        await room.RunAsync();

        // assert
        var waiting = withdrawn.Undo.ShouldNotBeNull().Tasks.Single();
        (waiting.WaitingCause, early, between).ShouldBe((WaitingCause.SourceDelay, 0, new TextValue("Virta")));
        (await NameAsync(room)).ShouldBe(before);
        (await room.FindAsync(withdrawn.Undo.Id)).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task Withdraw_Should_FillInAgain_When_TheCorrectionRemovedTheValue()
    {
        await using var room = await RequestRoom.OpenAsync();
        var before = await NameAsync(room);
        var request = await CorrectAsync(room, "one", null);
        await room.RunAsync();

        await room.Get<Withdrawal>().WithdrawAsync(request.Id, "it was right", undo: true, null, RequestRoom.Officer, Cancellation);
        await room.RunAsync();

        (await NameAsync(room)).ShouldBe(before);
    }

    private static async Task<FieldValue?> NameAsync(RequestRoom room)
    {
        var (_, file) = await FileAsync(room);
        var type = file.Source.FindRecordType("account")!;
        return file.Records.ShouldHaveSingleItem().Values[type.Fields.ToList().FindIndex(field => field.Name == "name")];
    }

    private static async Task<DataSubjectRequest> CorrectAsync(RequestRoom room, string key, FieldValue? newValue)
    {
        var (seal, file) = await FileAsync(room);
        var target = new RecordTarget("account", file.Records[0].Key, "name");
        var correction = new Correction
        {
            Targets = [new(seal.Ref(file.Source, target), seal.Tag(file.Source, target, await NameAsync(room)))],
            Defect = Defect.Wrong,
            NewValue = newValue,
            Ground = "As the person says.",
        };
        return await room.HoldOpenAsync(await room.Get<RequestIntake>().SubmitAsync(
            room.Header(key), new RectificationContent([correction]), RequestRoom.Officer, Cancellation));
    }

    private static async Task<(RecordSeal Seal, SourceFile File)> FileAsync(RequestRoom room)
    {
        var catalog = room.Get<CatalogHolder>().Current;
        var file = await room.Get<RegistrantFileReader>().ReadSourceAsync(
            catalog.FindSource("shop", "crm")!, [new(IdentityKinds.CustomerNumber, "10001", "crm")], TimeSpan.FromSeconds(10), Cancellation);
        return (room.Get<RecordSeal>(), file);
    }
}
