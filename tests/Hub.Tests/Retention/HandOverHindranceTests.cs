using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention.HandOvers;

namespace PersonalDataHub.Hub.Tests.Retention;

/// <summary>A hand-over keeps what its recipient is to get, of people who leave something to hand over, and nothing else.</summary>
[Requirement("S2-33")]
public sealed class HandOverHindranceTests
{
    private const string Everything = "recipients: [{ id: authority, kind: authority, name: The authority }]";
    private const string ContactOnly = "recipients: [{ id: authority, kind: authority, name: The authority, categories: [contact] }]";
    private const string Rule = "\nretention: [{ id: end, name: End, trigger: relationship-end, handOverTo: authority }]";

    [Theory]
    [InlineData(ContactOnly, Fate.Erase)]
    [InlineData(Everything, Fate.Retain)]
    public async Task Plan_Should_KeepWhatTheRecipientGets_When_NoReceiptHasCome(string recipient, Fate visits)
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(recipient + Rule);
        room.WithCustomer("10001", 20);

        // act
        var plan = (await room.EraseAsync("10001")).Plan;
        await room.SweepAsync();
        var open = await room.Get<HandOverDesk>().ListAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken);

        // assert
        plan.Items.Where(item => item.RecordType == "visit").ShouldAllBe(item => item.Fate == visits);
        plan.Items.Where(item => item.RecordType == "customer").ShouldAllBe(
            item => item.Fate == Fate.Retain && item.LiftedBy == "The recipient's receipt" && item.Article == "GDPR Art. 17(3)(b)");
        open.ShouldHaveSingleItem().Step.ShouldBe(HandOverStep.Transfer);
    }

    [Fact]
    public async Task Plan_Should_SayThatTheRelationshipComesFirst_When_ItIsInForce()
    {
        await using var room = await RetentionRoom.OpenAsync(ContactOnly + Rule);
        room.WithCustomer("10001", -30);

        var plan = (await room.EraseAsync("10001")).Plan;

        plan.Items.Where(item => item.RecordType == "customer").ShouldAllBe(
            item => item.Fate == Fate.Retain && item.LiftedBy == "The end of the relationship, then the recipient's receipt");
    }

    [Fact]
    public async Task Plan_Should_KeepNothing_When_ThePersonNeverHadARelationship()
    {
        // arrange: known by an invoice alone
        await using var room = await RetentionRoom.OpenAsync(Everything + Rule);
        room.WithInvoice("10009", 20);
        room.WithCustomer("10001", 20).WithInvoice("10001", 20);

        // act
        var without = (await room.EraseAsync("10009")).Plan;
        var with = (await room.EraseAsync("10001", "two")).Plan;

        // assert
        without.Items.ShouldNotBeEmpty();
        without.Items.ShouldAllBe(item => item.Fate == Fate.Erase);
        with.Items.ShouldAllBe(item => item.Fate == Fate.Retain);
    }
}
