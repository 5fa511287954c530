using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Who shares something with an erased person, or is nearly called the same, keeps every row, line and file.</summary>
public sealed class OthersUntouchedTests(RightsHub shared) : IClassFixture<RightsHub>
{
    private readonly RightsDesk desk = shared.Desk;
    private readonly DemoSystems systems = shared.Systems;

    [Fact]
    [Requirement("S0-16")]
    public async Task Erasure_Should_NotTouchTheOther_When_IdentityCodesDifferInTheSignOnly()
    {
        // arrange
        var others = OthersData.OfAllBut(systems, AwkwardCases.CenturySignHyphen);
        var before = await others.NowAsync();

        // act
        var request = await desk.EraseAsync(AwkwardCases.CenturySignHyphen);

        // assert
        request.OutcomesOf("crm").ShouldBe(["VERIFIED"]);
        (await others.NowAsync()).ShouldBe(before);
        (await OutsideTools.QueryAsync(systems.Crm, "select customer_id from customer where identity_code in ('010170-901K', '010170Y901K')"))
            .ShouldBe([$"'{AwkwardCases.CenturySignLetter}'"]);
    }

    [Fact]
    public async Task Erasure_Should_NotTouchTheOther_When_AFamilySharesAnEmail()
    {
        // arrange
        var others = OthersData.OfAllBut(systems, AwkwardCases.FamilyFirst);
        var before = await others.NowAsync();
        await desk.DecideAsync(AwkwardCases.FamilyFirst, "crm", "separateIdentities", "identity");

        // act
        var request = await desk.EraseAsync(AwkwardCases.FamilyFirst);

        // assert
        request.OutcomesOf("crm").ShouldBe(["VERIFIED"]);
        (await others.NowAsync()).ShouldBe(before);
        (await OutsideTools.QueryAsync(systems.Crm, $"select customer_id from email where address = '{AwkwardCases.FamilyEmail}'"))
            .ShouldBe([$"'{AwkwardCases.FamilySecond}'"]);
    }

    [Fact]
    public async Task Erasure_Should_TakeTheOwnCallOnly_When_ThePhoneWasPassedOn()
    {
        // arrange
        var others = OthersData.OfAllBut(systems, AwkwardCases.PhoneBefore, "2025-05-15 11:12:00");
        var before = await others.NowAsync();
        await desk.DecideAsync(AwkwardCases.PhoneBefore, "call-recordings", "confirmIdentityLink", "candidate");

        // act
        var request = await desk.EraseAsync(AwkwardCases.PhoneBefore);

        // assert
        request.OutcomesOf("call-recordings").ShouldBe(["VERIFIED"]);
        (await others.NowAsync()).ShouldBe(before);
        (await OutsideTools.QueryAsync(systems.Crm, $"select customer_id from phone where number = '{AwkwardCases.PassedOnPhone}'"))
            .ShouldBe([$"'{AwkwardCases.PhoneAfter}'"]);
        others.OwnRecordings.ShouldHaveSingleItem();
        File.Exists(Path.Combine(systems.Recordings, others.OwnRecordings[0])).ShouldBeFalse();
    }

    [Fact]
    public async Task NowAsync_Should_TellTheDifference_When_OneRowOfSomebodyElseChanges()
    {
        // arrange
        var others = OthersData.OfAllBut(systems, AwkwardCases.CrmOnly);
        var before = await others.NowAsync();

        // act
        await OutsideTools.QueryAsync(systems.Billing, "update invoice_row set quantity = quantity + 1 where rowid = (select max(rowid) from invoice_row)");
        var row = (await others.NowAsync()).Except(before).Count();
        await File.AppendAllTextAsync(Path.Combine(systems.WebLogs, "access.log"), "one line more\n", TestContext.Current.CancellationToken);
        var line = (await others.NowAsync()).Except(before).Count();

        // assert
        (row, line).ShouldBe((1, 2));
    }
}
