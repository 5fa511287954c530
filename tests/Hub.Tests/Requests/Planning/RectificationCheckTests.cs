using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

public sealed class RectificationCheckTests : IDisposable
{
    private readonly PlanningRoom room = new();

    [Fact]
    public void MistakesOf_Should_TellEveryMistake_When_SeveralTargetsAreWrong()
    {
        // arrange
        var file = room.Whole(
            PlanningRoom.FileOf(PlanningRoom.SourceOf("crm", PlanningRoom.Can(Ability.Rectification)), PlanningRoom.Record("1")),
            PlanningRoom.FileOf(PlanningRoom.SourceOf("web"), PlanningRoom.Record("1")));
        var email = new TextValue("aino@example.org");
        var content = new RectificationContent(
        [
            Correct(new TextValue("aino.example.org"), new CorrectionTarget(room.Ref("crm", "1", "email"), room.Tag("crm", "1", "email", new TextValue("old@example.org")))),
            Correct(new TextValue("b@example.org"), new(room.Ref("web", "1", "email"), room.Tag("web", "1", "email", email)), new("nonsense", "tag")),
            Correct(new TextValue("b@example.org"), new CorrectionTarget(room.Ref("crm", "someone-elses", "email"), "tag")),
        ]);

        // act
        var mistakes = new RectificationCheck(room.Seal, new NewValueCheck(room.Kinds)).MistakesOf(PlanningRoom.Register, file, content);

        // assert
        mistakes.Select(mistake => mistake.Code).ShouldBe(
        [
            RequestMistakes.WrongKind, RequestMistakes.StaleTag, RequestMistakes.NotCorrectable, RequestMistakes.UnknownScope, RequestMistakes.NothingHeld,
        ]);
        string.Join(' ', mistakes.Select(mistake => mistake.Message)).ShouldNotContain("aino");
    }

    [Fact]
    public void MistakesOf_Should_LetItPass_When_TheTagFitsOrTheSourceWasNotReached()
    {
        var source = PlanningRoom.SourceOf("crm", PlanningRoom.Can(Ability.Rectification));
        var read = PlanningRoom.FileOf(source, PlanningRoom.Record("1"));
        var target = new CorrectionTarget(room.Ref("crm", "1", "email"), room.Tag("crm", "1", "email", new TextValue("aino@example.org")));
        var check = new RectificationCheck(room.Seal, new NewValueCheck(room.Kinds));

        check.MistakesOf(PlanningRoom.Register, room.Whole(read), new([Correct(null, target)])).ShouldBeEmpty();
        check.MistakesOf(PlanningRoom.Register, room.Whole(read with { Records = [], Status = ReadingStatus.Failed }), new([Correct(null, target)])).ShouldBeEmpty();
        check.MistakesOf(PlanningRoom.Register, room.Whole(read), new([Correct(null, target), Correct(null, target)]))
            .ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.Malformed);
    }

    [Theory]
    [InlineData("since", "2026-01-01")]
    [InlineData("number", "  ")]
    public void MistakeOf_Should_NameTheField_When_TheValueDoesNotFit(string field, string text) =>
        new NewValueCheck(room.Kinds).MistakeOf(PlanningRoom.Person.Fields.Single(one => one.Name == field), new TextValue(text))
            .ShouldNotBeNull().ShouldContain($"'{field}'");

    [Fact]
    public void Of_Should_LeaveThePreviousValueOpen_When_ItIsNotTheOneDecidedOn()
    {
        var share = new RectificationShare(room.Seal);
        var held = PlanningRoom.FileOf(PlanningRoom.SourceOf("crm", PlanningRoom.Can(Ability.Rectification)), PlanningRoom.Record("1"));
        var tag = room.Tag("crm", "1", "email", new TextValue("aino@example.org"));
        var content = new RectificationContent([Correct(new TextValue("b@example.org"), new CorrectionTarget(room.Ref("crm", "1", "email"), tag))]);

        share.Of(PlanningRoom.Register, held, content).ShouldHaveSingleItem().Previous.ShouldBe(new TextValue("aino@example.org"));
        var changed = share.Of(PlanningRoom.Register, held with { Records = [PlanningRoom.Record("1", "other@example.org")] }, content).ShouldHaveSingleItem();
        (changed.Previous, changed.ExpectedTag).ShouldBe((null, tag));
    }

    [Fact]
    public void Of_Should_SayThatASourceHoldsTheSame_When_ItWasNotNamed()
    {
        var crm = PlanningRoom.FileOf(PlanningRoom.SourceOf("crm", PlanningRoom.Can(Ability.Rectification)), PlanningRoom.Record("1"));
        var billing = PlanningRoom.FileOf(PlanningRoom.SourceOf("billing", PlanningRoom.Can(Ability.Rectification)), PlanningRoom.Record("7", "AINO@example.org"));
        var web = PlanningRoom.FileOf(PlanningRoom.SourceOf("web"), PlanningRoom.Record("8", "other@example.org"));
        var corrected = new PlannedItem { Target = new("person", "1", "email"), Fate = Fate.Correct, Previous = new TextValue("aino@example.org") };
        var reasons = new NotAskedReasons(new OldValues(room.Kinds));

        string ReasonFor(SourceFile source) =>
            reasons.Of(room.Whole(crm, billing, web), source, new RectificationContent([]), [(crm, corrected)]);

        ReasonFor(billing).ShouldContain("person.email");
        ReasonFor(web).ShouldBe("It holds no such value of this person.");
        ReasonFor(PlanningRoom.FileOf(PlanningRoom.SourceOf("empty"))).ShouldBe("It holds nothing of this person.");
    }

    public void Dispose() => room.Dispose();

    private static Correction Correct(FieldValue? value, params CorrectionTarget[] targets) =>
        new() { Targets = targets, Defect = Defect.Wrong, NewValue = value, Ground = "As the person says." };
}
