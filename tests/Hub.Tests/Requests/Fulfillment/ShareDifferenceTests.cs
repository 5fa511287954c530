using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>What of a share planned anew was approved: that what a blocker kept goes, once it is lifted, and nothing else.</summary>
public sealed class ShareDifferenceTests
{
    private static readonly RecordTarget Whole = new("account", "A-1");
    private static readonly RecordTarget Email = new("account", "A-1", "email");
    private static readonly RecordTarget Name = new("account", "A-1", "name");

    [Fact]
    public void Between_Should_BeNone_When_WhatABlockerKeptMayGo()
    {
        Between([Kept(Email, "open-invoice")], [Erased(Email)]).ShouldBeEmpty();
        Between([Kept(Email, "open-invoice"), Kept(Name, "open-invoice")], [Erased(Whole)]).ShouldBeEmpty();
        Between([Kept(Whole, "open-invoice")], [Erased(Email), new() { Target = Name, Fate = Fate.Retain, Article = "Accounting Act" }]).ShouldBeEmpty();
    }

    [Fact]
    public void Between_Should_Tell_When_AnotherBlockerKeepsIt()
    {
        Between([Kept(Email, "open-invoice")], [Planned(Email, "relationship")]).ShouldHaveSingleItem()
            .ShouldBe("billing: 1 × account.email would be kept for another reason. It is in force.");
        Between([Kept(Whole, "open-invoice")], [Planned(Email, "relationship")]).ShouldHaveSingleItem().ShouldContain("It is in force.");
    }

    [Fact]
    public void Between_Should_Tell_When_SomethingNewWouldGoOrBeKeptByABlocker()
    {
        var other = new RecordTarget("contract", "C-2");

        Between([Kept(Email, "open-invoice")], [Erased(other)]).ShouldHaveSingleItem().ShouldBe("billing: 1 × contract was not shown before (Erase).");
        Between([Kept(Email, "open-invoice")], [Planned(other, "open-invoice")]).ShouldHaveSingleItem().ShouldContain("was not shown before (Retain)");
    }

    [Fact]
    public void Between_Should_LetBe_When_TheLawKeepsWhatIsNew()
    {
        var voucher = new PlannedItem { Target = new("payment", "P-1"), Fate = Fate.Retain, Article = "Accounting Act 1336/1997 2:10" };

        Between([Kept(Email, "open-invoice")], [Erased(Email), voucher]).ShouldBeEmpty();
        Between([Approved(Email, Fate.Erase)], [Erased(Email), voucher]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Between_Should_Tell_When_WhatLawKeptWouldGo() =>
        Between([Approved(Email, Fate.Retain)], [Erased(Email)]).ShouldHaveSingleItem().ShouldBe("billing: 1 × account.email would be Erase instead of Retain.");

    [Fact]
    public void Between_Should_Tell_When_ABlockerKeepsWhatWasToGo() =>
        Between([Approved(Email, Fate.Erase)], [Planned(Email, "relationship")]).ShouldHaveSingleItem()
            .ShouldBe("billing: 1 × account.email would be Retain instead of Erase. It is in force.");

    [Fact]
    public void IsNone_Should_TellWhetherAnythingIsToBeWritten_When_AShareIsPlannedAgain()
    {
        ShareDifference.IsNone([Kept(Email, "open-invoice")], [Planned(Email, "open-invoice")]).ShouldBeTrue();
        ShareDifference.IsNone([Kept(Email, "open-invoice")], [Erased(Email)]).ShouldBeFalse();
        ShareDifference.IsNone([Kept(Email, "open-invoice")], [Planned(Email, "open-invoice") with { Reason = "Not known." }]).ShouldBeFalse();
    }

    private static IReadOnlyList<string> Between(IReadOnlyList<WorkItem> approved, IReadOnlyList<PlannedItem> now) =>
        ShareDifference.Between("billing", approved, now);

    private static WorkItem Kept(RecordTarget target, string blocker) => Approved(target, Fate.Retain) with { Blockers = [blocker], Reason = "It is in force." };

    private static WorkItem Approved(RecordTarget target, Fate fate) =>
        new() { Ordinal = 0, Target = target, Fate = fate, Outcome = null, OutcomeAt = null, VerifiableFrom = null };

    private static PlannedItem Planned(RecordTarget target, string blocker) =>
        new() { Target = target, Fate = Fate.Retain, Reason = "It is in force.", Blockers = [blocker] };

    private static PlannedItem Erased(RecordTarget target) => new() { Target = target, Fate = Fate.Erase };
}
