using System.Text.Json;
using PersonalDataHub.DemoSources.SocialCare;
using PersonalDataHub.DemoSources.SoleTrader;
using PersonalDataHub.DemoSources.Studio;
using PersonalDataHub.DemoSources.Wellbeing;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>Five controllers' registers, side by side in one hub and apart.</summary>
public sealed class FiveRegistersTests(AllRegistersHub shared) : IClassFixture<AllRegistersHub>
{
    private const string Who = """
        conclusive
        sources { source { id register } status }
        candidates { kind }
        registrant {
          id
          identities { kind value issuer }
          records(first: 100) { complete nodes { id recordType source { id register } } }
        }
        """;

    [Fact]
    public async Task Sources_Should_AllBeFit_When_TheDemoIsStarted()
    {
        var sources = (await shared.Hub.DataAsync("{ sources { id register state check { fit failure { message } } } }")).Items("sources");

        sources.Where(source => source.Text("state") != "ACTIVE" || !source.At("check.fit").GetBoolean()).Select(source => source.ToString()).ShouldBeEmpty();
        sources.Select(source => source.Text("register")).Distinct().ShouldBe(DemoData.Registers, ignoreOrder: true);
        sources.Count.ShouldBeGreaterThanOrEqualTo(22);
    }

    [Theory]
    [InlineData("telecom", "10001")]
    [InlineData("wellbeing", WellbeingCases.InTwoRegisters)]
    [InlineData("studio", StudioCases.ShownFirst)]
    [InlineData("social-care", SocialCareCases.ShownFirst)]
    [InlineData("sole-trader", SoleTraderCases.ShownFirst)]
    [Requirement("S0-46")]
    [Requirement("S1-45")]
    [Requirement("S2-55")]
    [Requirement("S4-28")]
    public async Task FindRegistrant_Should_ReadEverySourceOfTheRegister_When_ThePersonIsInAll(string register, string customerId)
    {
        // What came by form is found by an e-mail address, which a person confirms to be this person's.
        await Candidates.ConfirmAsync(shared.Hub, register, customerId, "contact-form");

        var search = await shared.Hub.FindAsync(new { customerId }, Who, register: register);

        search.At("conclusive").GetBoolean().ShouldBeTrue();
        search.Items("sources").ShouldAllBe(reading => reading.Text("source.register") == register);
        search.Items("sources").Where(reading => reading.Text("source.id") != "web-statistics").ShouldAllBe(
            reading => reading.Text("status") == "ANSWERED", search.At("sources").ToString());
        search.At("registrant.records.complete").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task FindRegistrant_Should_KeepRegistersApart_When_OnePersonIsInTwo()
    {
        // arrange
        object code = new { identity = new { kind = "identityCode", value = WellbeingCases.CodeInTwoRegisters } };

        // act
        var telecom = await shared.Hub.FindAsync(code, Who);
        var wellbeing = await shared.Hub.FindAsync(code, Who, register: "wellbeing");

        // assert
        Numbers(telecom).ShouldContain("crm 10001");
        Numbers(wellbeing).ShouldContain($"crm {WellbeingCases.InTwoRegisters}");
        Numbers(telecom).Intersect(Numbers(wellbeing)).ShouldBeEmpty();
        telecom.Text("registrant.id").ShouldNotBe(wellbeing.Text("registrant.id"));
        ShouldBeOf("telecom", telecom);
        ShouldBeOf("wellbeing", wellbeing);
        telecom.Texts("registrant.records.nodes", "id").Intersect(wellbeing.Texts("registrant.records.nodes", "id")).ShouldBeEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_KnowNobody_When_TheNumberIsOfAnotherRegister()
    {
        var search = await shared.Hub.FindAsync(new { customerId = WellbeingCases.InTwoRegisters }, Who);

        search.At("registrant").ValueKind.ShouldBe(JsonValueKind.Null);
        search.At("candidates").GetArrayLength().ShouldBe(0);
    }

    private static IReadOnlyList<string?> Numbers(JsonElement search) =>
        [.. search.Items("registrant.identities").Where(link => link.Text("kind") == "customerNumber").Select(link => $"{link.Text("issuer")} {link.Text("value")}")];

    private static void ShouldBeOf(string register, JsonElement search)
    {
        search.Items("registrant.records.nodes").ShouldNotBeEmpty();
        search.Items("registrant.records.nodes").ShouldAllBe(record => record.Text("source.register") == register);
        search.Items("sources").ShouldAllBe(reading => reading.Text("source.register") == register);
    }
}
