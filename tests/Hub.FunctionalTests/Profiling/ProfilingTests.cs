using System.Text.Json;
using PersonalDataHub.DemoSources.Wellbeing;
using PersonalDataHub.Hub.FunctionalTests.Disclosures;
using PersonalDataHub.Hub.FunctionalTests.Gate;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Profiling;

/// <summary>Profiles over HTTP: for the purposes of the notice, and never against anybody in them.</summary>
public sealed class ProfilingTests(SharingHub shared) : IClassFixture<SharingHub>
{
    private const string Purpose = "demand-profiling";

    private const string Compare = """
        query Compare($register: ID!, $of: [RegistrantKey!]!) {
          compareProfiles(register: $register, registrants: $of) { persons leftOut measures { recordType average smallest largest } }
        }
        """;

    private static readonly string[] everybody =
        [WellbeingCases.CalledLately, WellbeingCases.OpenInvoice, WellbeingCases.NextOfKin, WellbeingCases.NoProfiling, WellbeingCases.NoMarketing];

    private readonly SharingDesk desk = shared.Desk;

    [Fact]
    [Requirement("S0-40")]
    public async Task CompareProfiles_Should_HonourEverybodysObjection_When_SeveralAreCompared()
    {
        // act
        var first = await ComparedAsync();
        await desk.DecideAsync("wellbeing", WellbeingCases.NextOfKin, Purpose, "REFUSED");
        var second = await ComparedAsync();
        await desk.DecideAsync("wellbeing", WellbeingCases.OpenInvoice, "combination", "REFUSED");
        var third = await ComparedAsync();

        // assert
        (first.At("persons").GetInt32(), first.At("leftOut").GetInt32()).ShouldBe((3, 2));
        (second.At("persons").GetInt32(), second.At("leftOut").GetInt32()).ShouldBe((2, 3));
        second.Items("measures").ShouldNotBeEmpty();

        // One person alone is no comparison: nothing is told.
        (third.At("persons").GetInt32(), third.At("leftOut").GetInt32()).ShouldBe((1, 4));
        third.Items("measures").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wellbeing", "customer-relationship", "PROFILE_BEYOND_PURPOSE")]
    [InlineData("wellbeing", "direct-marketing", "PROFILE_BEYOND_PURPOSE")]
    [InlineData("studio", "own-ad-targeting", "COMPARISON_NOT_DECLARED")]
    [Requirement("S0-41")]
    public async Task CompareProfiles_Should_BeRefused_When_TheNoticeDoesNotProvideForIt(string register, string purpose, string code)
    {
        var answer = await shared.Hub.AskAsync(
            Compare, new { register, of = everybody.Select(customer => new { customerId = customer }) }, purposes: purpose);

        answer.Code.ShouldBe(code);
        answer.HoldsNoData.ShouldBeTrue();
        (await desk.OutcomesAsync("compareProfiles")).ShouldContain($"refused: {code}");
    }

    [Fact]
    [Requirement("S0-39")]
    public async Task FindRegistrant_Should_NotCombine_When_ThePersonHasSwitchedItOff()
    {
        // arrange
        const string Customer = WellbeingCases.InTwoRegisters;
        var before = await AnsweredAsync(Customer, Purpose);
        var somebodyElse = await AnsweredAsync(WellbeingCases.CalledLately, Purpose);

        // act
        await desk.DecideAsync("wellbeing", Customer, "combination", "REFUSED");
        var off = await AnsweredAsync(Customer, Purpose);
        var service = await AnsweredAsync(Customer, "customer-relationship");
        await desk.DecideAsync("wellbeing", Customer, "combination", "GIVEN");
        var on = await AnsweredAsync(Customer, Purpose);

        // assert
        before.Count.ShouldBeGreaterThan(1);
        off.ShouldBe(["crm"]);
        service.Count.ShouldBeGreaterThan(1);
        on.ShouldBe(before);
        (await AnsweredAsync(WellbeingCases.CalledLately, Purpose)).ShouldBe(somebodyElse);
    }

    private async Task<JsonElement> ComparedAsync()
    {
        var answer = await shared.Hub.AskAsync(
            Compare, new { register = "wellbeing", of = everybody.Select(customer => new { customerId = customer }) }, purposes: Purpose);
        return answer.Data.At("compareProfiles");
    }

    // The sources that told anything of the person for a purpose.
    private async Task<IReadOnlyList<string?>> AnsweredAsync(string customer, string purpose)
    {
        var answer = await shared.Hub.AskAsync(
            """
            query Find($by: RegistrantKey!) {
              findRegistrant(register: "wellbeing", by: $by, waitAtMost: "PT20S") {
                sources { source { id } status } registrant { records(first: 100) { nodes { source { id } } } }
              }
            }
            """,
            new { by = new { customerId = customer } },
            purposes: purpose);
        return
        [
            .. answer.Data.Items("findRegistrant.registrant.records.nodes").Select(record => record.Text("source.id")).Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
