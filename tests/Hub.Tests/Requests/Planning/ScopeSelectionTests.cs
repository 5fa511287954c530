using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

public sealed class ScopeSelectionTests : IDisposable
{
    private readonly PlanningRoom room = new();

    [Fact]
    public void Of_Should_TakeWholeRecords_When_EverythingOrARecordIsNamed()
    {
        Targets(new Scope.All()).ShouldBe(["1 -", "2 -"]);
        Targets(new Scope.Records([room.Ref("crm", "2")])).ShouldBe(["2 -"]);
    }

    [Fact]
    public void Of_Should_TakeFields_When_ValuesOrACategoryAreNamed()
    {
        Targets(new Scope.Fields([room.Ref("crm", "2", "email"), room.Ref("billing", "1", "email")])).ShouldBe(["2 email"]);
        Targets(new Scope.Categories(["web"])).ShouldBe(["1 page", "2 page"]);
        Targets(new Scope.Categories(["web", "contact"])).ShouldBe(["1 -", "2 -"]);
    }

    [Fact]
    public void Of_Should_LeaveWhatAnotherPurposeNeeds_When_APurposeIsNamed()
    {
        Targets(new Scope.Purposes(["marketing"])).ShouldBe(["1 page", "2 page"]);
        Targets(new Scope.Purposes(["service"])).ShouldBeEmpty();
        Targets(new Scope.Purposes(["service", "marketing"])).ShouldBe(["1 -", "2 -"]);
    }

    [Fact]
    public void MistakesOf_Should_TellThemAll_When_ReferencesNameNothingOfThePerson()
    {
        var file = room.Whole(PlanningRoom.FileOf(PlanningRoom.SourceOf("crm"), PlanningRoom.Record("1")));
        var selection = new ScopeSelection(room.Seal);

        selection.MistakesOf(PlanningRoom.Register, file, new Scope.Records(["nonsense", room.Ref("crm", "9"), room.Ref("crm", "1", "email"), room.Ref("crm", "1")]))
            .Select(mistake => mistake.Code)
            .ShouldBe([RequestMistakes.UnknownScope, RequestMistakes.NothingHeld, RequestMistakes.UnknownScope]);
        selection.MistakesOf(PlanningRoom.Register, file, new Scope.Categories(["webb"])).ShouldHaveSingleItem().Message.ShouldContain("contact, web");
        selection.MistakesOf(PlanningRoom.Register, file, new Scope.Purposes([])).ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.Malformed);
    }

    public void Dispose() => room.Dispose();

    private IEnumerable<string> Targets(Scope scope) => new ScopeSelection(room.Seal)
        .Of(PlanningRoom.Register, PlanningRoom.FileOf(PlanningRoom.SourceOf("crm"), PlanningRoom.Record("1"), PlanningRoom.Record("2")), scope)
        .SelectMany(selected => selected.Targets)
        .Select(target => $"{target.Key} {target.Field ?? "-"}");
}
