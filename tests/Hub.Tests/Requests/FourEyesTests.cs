using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;
using PersonalDataHub.Hub.Tests.Registers.Packs;

namespace PersonalDataHub.Hub.Tests.Requests;

/// <summary>Two people look at an erasure where the register wants it; where there is one person, that is said and not taken for two.</summary>
public sealed class FourEyesTests
{
    private static readonly Caller second = RequestRoom.Officer with { Name = "second officer" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("S1-03")]
    public async Task Approve_Should_WantSomebodyElse_When_TheRegisterHasMorePeople()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync(Company);
        var request = await room.EraseAsync(room.Header());

        // act
        var refused = await Should.ThrowAsync<RequestException>(() => room.ApproveAsync(request));
        var waiting = await room.FindAsync(request.Id);
        var approved = await room.ApproveAsync(request, caller: second);

        // assert
        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.FourEyes);
        (waiting.Status, waiting.FourEyes, waiting.ApprovedBy).ShouldBe((RequestStatus.AwaitingApproval, null, null));
        (approved.Status, approved.FourEyes, approved.ApprovedBy).ShouldBe((RequestStatus.Running, FourEyes.Kept, "second officer"));
        (await OutcomesAsync(room, "approvePlan")).ShouldBe(["approved"]);
    }

    [Fact]
    [Requirement("S1-03")]
    public async Task Approve_Should_SayThatItWasOnePerson_When_TheControllerIsOne()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync(Alone);
        var request = await room.EraseAsync(room.Header());

        // act
        var approved = await room.ApproveAsync(request);

        // assert
        (approved.Status, approved.FourEyes).ShouldBe((RequestStatus.Running, FourEyes.OnePerson));
        (await room.FindAsync(request.Id)).FourEyes.ShouldBe(FourEyes.OnePerson);
        (await OutcomesAsync(room, "approvePlan")).ShouldBe(["approvedByOnePerson"]);
    }

    // A helper beside the person who is the controller: then the rule holds whole again.
    [Theory]
    [InlineData("contacts: [{ role: contact-person, name: Kielo Esimerkki }, { role: customer-service, name: Helmi Esimerkki }]", true)]
    [InlineData("contacts: [{ role: contact-person, name: Kielo Esimerkki }, { role: customer-service, name: Kielo Esimerkki }]", false)]
    [Requirement("S1-03")]
    public async Task Approve_Should_GoByTheContacts_When_TheControllerIsANaturalPerson(string contacts, bool needsAnother)
    {
        await using var room = await RequestRoom.OpenAsync(text => Alone(text).Replace(
            "contacts: [{ role: contact-person, name: Kielo Esimerkki }]", contacts, StringComparison.Ordinal));
        var request = await room.EraseAsync(room.Header());

        if (needsAnother)
        {
            (await Should.ThrowAsync<RequestException>(() => room.ApproveAsync(request))).Mistakes[0].Code.ShouldBe(RequestMistakes.FourEyes);
        }
        else
        {
            (await room.ApproveAsync(request)).FourEyes.ShouldBe(FourEyes.OnePerson);
        }
    }

    [Fact]
    public async Task Approve_Should_AskForNobodyElse_When_TheRegisterHasNoSuchRule()
    {
        await using var room = await RequestRoom.OpenAsync();

        var approved = await room.ApproveAsync(await room.EraseAsync(room.Header()));

        (approved.Status, approved.FourEyes).ShouldBe((RequestStatus.Running, null));
    }

    [Fact]
    public async Task ApproveAll_Should_WantSomebodyElse_When_ManyAreErasedTogether()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync(Company);
        var bulks = room.Get<BulkErasures>();
        var header = new BulkHeader
        {
            Register = "shop", ClientRequestKey = "bulk", ReceivedAt = room.Clock.GetUtcNow(), Channel = Channel.Letter, Purpose = "service",
        };
        var bulk = await bulks.SubmitAsync(
            header,
            [new RegistrantKey.ByCustomerId("10001"), new RegistrantKey.ByCustomerId("10002")],
            new(new Scope.All(), ErasureGround.ConsentWithdrawn),
            RequestRoom.Officer,
            Cancellation);
        var hash = bulk.Hash.ShouldNotBeNull();

        // act
        var refused = await Should.ThrowAsync<RequestException>(() => bulks.ApproveAsync(bulk.Id, hash, 2, RequestRoom.Officer, Cancellation));
        await bulks.ApproveAsync(bulk.Id, hash, 2, second, Cancellation);

        // assert
        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.FourEyes);
        var requests = await room.Get<RequestReader>().ListAsync(new() { Register = "shop" }, "service", RequestRoom.Officer, Cancellation);
        requests.Requests.Select(request => request.FourEyes).ShouldBe([FourEyes.Kept, FourEyes.Kept]);
    }

    [Fact]
    [Requirement("S1-03")]
    public void IsOnePerson_Should_BeTrueForTheStudioAlone_When_TheRegistersThatShipAreRead()
    {
        Packs.All.Where(id => Packs.Of(id).IsOnePerson).ShouldBe(["studio"]);
        Packs.Of("studio").Requests.ApproveErasure.ShouldBe(Hub.Registers.ApprovalRule.FourEyes);
    }

    private static string Company(string text) => text + "\nrequests: { approval: { erasure: four-eyes } }\n";

    private static string Alone(string text) => Company(text).Replace(
        "controller: { name: Shop Oy }",
        "controller: { name: \"Kielo Kehonhuolto, Kielo Esimerkki\", naturalPerson: true }\ncontacts: [{ role: contact-person, name: Kielo Esimerkki }]",
        StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> OutcomesAsync(RequestRoom room, string operation) =>
        await room.Get<AuditTrail>().ReadAsync(null, Cancellation)
            .Where(entry => entry.Intent.Operation == operation && entry.Outcome is not null)
            .Select(entry => entry.Outcome!.Outcome)
            .ToListAsync(Cancellation);
}
