using System.Text.Json;
using PersonalDataHub.DemoSources.SocialCare;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>What a passport says of the person's own case: how blockers stand, and how long the value stays by all sources' facts.</summary>
public sealed class PassportStandingTests
{
    private const string Register = "social-care";
    private const string Names = """
        registrant {
          profile { emails { held { source { id } passport {
            kept { standing rule keptThrough steps } blockers { rule state notKnownBecause toldBy liftedBy } } } } }
        }
        """;

    [Fact]
    [Requirement("S2-32")]
    public async Task Passport_Should_TellHowBlockersStandForThePerson_When_SourcesTell()
    {
        // arrange
        await using var hub = await TestHub.StartAsync([Register]);

        // act
        var open = await PassportAsync(hub, SocialCareCases.OpenInvoice);
        var former = await PassportAsync(hub, SocialCareCases.FormerCompanyContact);
        var advertising = await PassportAsync(hub, SocialCareCases.OpenInvoice, "direct-marketing");

        // assert
        States(open)["open-invoice"].ShouldBe("HOLDS");
        Of(open, "open-invoice").Items("toldBy").Select(source => source.GetString()).ShouldBe(["billing"]);
        States(open)["company-contact"].ShouldBe("DOES_NOT_HOLD");
        States(former).Values.ShouldAllBe(state => state == "DOES_NOT_HOLD");
        open.Text("kept.standing").ShouldBe("OPEN");
        (former.Text("kept.standing"), former.Text("kept.rule")).ShouldBe(("ENDS", "client-records"));
        former.Items("kept.steps").ShouldContain(step => step.GetString()!.Contains("from the end of the relationship"));

        // Whether an invoice is open is data on invoices, which this purpose may not see.
        (Of(advertising, "open-invoice").Text("state"), Of(advertising, "open-invoice").Items("toldBy").Count).ShouldBe(("NOT_KNOWN", 0));
        Of(advertising, "open-invoice").Text("notKnownBecause")!.ShouldContain("The purpose may not see");
    }

    [Fact]
    public async Task Passport_Should_SayThatItIsNotKnown_When_TheSourceThatTellsIsDown()
    {
        // arrange
        await using var hub = await TestHub.StartAsync([Register], (data, _, _) => File.Move(Path.Combine(data, Register, "billing.db"), Path.Combine(data, "away.db")));

        // act
        var passport = await PassportAsync(hub, SocialCareCases.OpenInvoice);

        // assert
        var blocker = Of(passport, "open-invoice");
        blocker.Text("state").ShouldBe("NOT_KNOWN");
        blocker.Text("notKnownBecause")!.ShouldContain("'billing'");
        States(passport)["company-contact"].ShouldBe("DOES_NOT_HOLD");
    }

    private static Dictionary<string, string?> States(JsonElement passport) =>
        passport.Items("blockers").ToDictionary(blocker => blocker.Text("rule")!, blocker => blocker.Text("state"));

    private static JsonElement Of(JsonElement passport, string rule) => passport.Items("blockers").Single(blocker => blocker.Text("rule") == rule);

    private static async Task<JsonElement> PassportAsync(TestHub hub, string customer, string purpose = "data-subject-rights")
    {
        var answer = await hub.SendAsync(
            $$"""{ findRegistrant(register: "{{Register}}", by: { customerId: "{{customer}}" }, waitAtMost: "PT30S") { {{Names}} } }""", purpose: purpose);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data").Items("findRegistrant.registrant.profile.emails").SelectMany(name => name.Items("held"))
            .First(held => held.Text("source.id") == "clients").At("passport");
    }
}
