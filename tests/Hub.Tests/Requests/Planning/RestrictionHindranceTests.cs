using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

/// <summary>What becomes of restricted data when the controller, or the person, wants it erased.</summary>
public sealed class RestrictionHindranceTests
{
    [Theory]
    [InlineData(RestrictionGround.UnlawfulProcessing, Channel.Internal, Fate.Retain, "GDPR Art. 18(1)(b)")]
    [InlineData(RestrictionGround.NeededForLegalClaims, Channel.Internal, Fate.Retain, "GDPR Art. 18(1)(c)")]
    [InlineData(RestrictionGround.AccuracyContested, Channel.Internal, Fate.Erase, "GDPR Art. 17(1)(a)")]
    [InlineData(RestrictionGround.UnlawfulProcessing, Channel.Letter, Fate.Erase, "GDPR Art. 17(1)(a)")]
    public async Task Submit_Should_KeepWhatThePersonWantsKept_When_TheControllerErasesForItsOwnNeed(
        RestrictionGround ground, Channel channel, Fate fate, string article)
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var intake = room.Get<RequestIntake>();
        await intake.SubmitAsync(room.Header(), new RestrictionContent(new Scope.All(), ground), RequestRoom.Officer, TestContext.Current.CancellationToken);

        // act
        var erasure = await intake.SubmitAsync(
            room.Header("two") with { Channel = channel },
            new ErasureContent(new Scope.All(), ErasureGround.NoLongerNecessary),
            RequestRoom.Officer,
            TestContext.Current.CancellationToken);

        // assert
        var item = erasure.Plan.Items.ShouldHaveSingleItem();
        (item.Fate, item.Article).ShouldBe((fate, article));
        (item.LiftedBy is not null).ShouldBe(fate == Fate.Retain);
    }
}
