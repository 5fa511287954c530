using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

public sealed class PlanDifferenceTests
{
    private static readonly PlanItem Contacts = new() { Source = "crm", RecordType = "contact", Records = 2, Fate = Fate.Erase, Article = "GDPR Art. 17(1)(a)" };
    private static readonly Plan Approved = new() { Hash = "one", Items = [Contacts], NotAsked = [], NotReached = [], Undecided = [] };

    [Fact]
    public void Between_Should_SayNothing_When_TheHashIsTheSame() => PlanDifference.Between(Approved, Approved with { }).ShouldBeEmpty();

    [Fact]
    public void Between_Should_NameFatesAndNumbers_When_SomethingIsKeptNow() =>
        PlanDifference.Between(Approved, Approved with
        {
            Hash = "two",
            Items = [Contacts with { Records = 1 }, Contacts with { Records = 1, Fate = Fate.Retain, Article = "Accounting Act 2:10", Until = new(2032, 12, 31) }],
        }).ShouldBe(
        [
            "crm, contact, Erase (GDPR Art. 17(1)(a)): 1 now, 2 approved.",
            "crm, contact, Retain until 2032-12-31 (Accounting Act 2:10): 1 now, 0 approved.",
        ]);

    [Fact]
    public void Between_Should_TellBlockers_When_ASourceIsGoneAndSomebodyIsUndecided() =>
        PlanDifference.Between(Approved, Approved with
        {
            Hash = "two", NotReached = [new("web", "It is down.")], Undecided = [new("crm", "customerNumber", ["email"], "mark")],
        }).ShouldBe(["web answered then and was not reached now.", "crm knows somebody who may be the same person; decide first."]);

    [Fact]
    public void Between_Should_SaySo_When_OnlyRecordsOrIdentitiesChanged() =>
        PlanDifference.Between(Approved, Approved with { Hash = "two" }).ShouldHaveSingleItem().ShouldContain("not");
}
