using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Tests.Requests;

public sealed class RequestIntakeTests
{
    [Fact]
    public async Task Submit_Should_ReturnTheSameRequest_When_ItIsRepeated()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var header = room.Header();

        // act
        var first = await room.EraseAsync(header);
        var second = await room.EraseAsync(header);

        // assert
        second.Id.ShouldBe(first.Id);
        second.Plan.Hash.ShouldBe(first.Plan.Hash);
        first.Status.ShouldBe(RequestStatus.AwaitingApproval);
        first.Reference.ShouldBe("case 7");
    }

    [Fact]
    public async Task Submit_Should_RefuseTheKey_When_SomethingElseIsAskedUnderIt()
    {
        await using var room = await RequestRoom.OpenAsync();
        await room.EraseAsync(room.Header());

        var refused = await Should.ThrowAsync<RequestException>(() => room.EraseAsync(room.Header(customer: "10002")));

        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.KeyReused);
    }

    [Fact]
    public async Task Submit_Should_StoreOneRequest_When_TheSameComesManyTimesAtOnce()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var header = room.Header();

        // act
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => room.EraseAsync(header))));

        // assert
        taken.Select(request => request.Id).Distinct().ShouldHaveSingleItem();
        await using var db = await room.DatabaseAsync();
        (await db.Requests.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.Tasks.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task Submit_Should_TellEveryMistakeAtOnce_When_ThereAreSeveral()
    {
        await using var room = await RequestRoom.OpenAsync();
        var header = room.Header(key: " ") with
        {
            ReceivedAt = room.Clock.GetUtcNow().AddHours(1),
            Purpose = "none",
            Representative = new("", "guardian", ""),
        };

        var refused = await Should.ThrowAsync<RequestException>(() => room.EraseAsync(header));

        refused.Mistakes.Select(mistake => mistake.About).ShouldBe(
            ["clientRequestKey", "receivedAt", "purpose", "representative.name", "representative.evidence"]);
    }

    [Fact]
    public async Task Submit_Should_Refuse_When_TheCallerIsAnIntegrator()
    {
        await using var room = await RequestRoom.OpenAsync();
        var integrator = RequestRoom.Officer with { Role = Roles.Integrator };

        var refused = await Should.ThrowAsync<RequestException>(() => room.EraseAsync(room.Header(), integrator));

        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.Forbidden);
    }

    [Fact]
    public async Task Submit_Should_SayThatNobodyIsKnown_When_NoSourceHoldsThePerson()
    {
        await using var room = await RequestRoom.OpenAsync();

        var refused = await Should.ThrowAsync<RequestException>(() => room.EraseAsync(room.Header(customer: "99999")));

        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.UnknownRegistrant);
    }
}
