using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Tests.Registers.Retention;

public sealed class RetentionArithmeticTests
{
    private static readonly KeptData invoice = Retained.Data("invoice", "billing", ("issuedOn", "2020-03-01"));
    private static readonly KeptData recording = Retained.Data("recording", "recordings", ("madeOn", "2026-08-01"));
    private static readonly RetentionRule own = Retained.Rule("own", RetentionTrigger.RelationshipEnd, "P1Y");

    [Fact]
    public void Of_Should_LetLawWin_When_ItsMinimumIsLonger()
    {
        var end = RetentionArithmetic.Of(Retained.Register([own, Retained.Vouchers]), invoice, Retained.Ended("2021-01-15"), Retained.Today);

        end.KeptThrough.ShouldBe(new DateOnly(2026, 12, 31));
        end.Rule.ShouldBe("vouchers");
        end.Steps[^1].Text.ShouldBe("vouchers wins over own: the law keeps it longer.");
    }

    [Fact]
    public void Of_Should_LetTheControllerKeepLonger_When_LawOnlyDemandsLess()
    {
        var end = RetentionArithmetic.Of(Retained.Register([own, Retained.Vouchers]), invoice, Retained.Ended("2026-06-01"), Retained.Today);

        end.KeptThrough.ShouldBe(new DateOnly(2027, 5, 31));
        end.Rule.ShouldBe("own");
    }

    [Fact]
    public void Of_Should_CapTheController_When_LawAllowsLess()
    {
        var cap = Retained.Rule("barred", RetentionTrigger.RecordDate, "P3Y") with
        {
            DateField = "issuedOn", Strength = RetentionStrength.Maximum, Law = "Act 917/2014 s. 139",
        };

        var end = RetentionArithmetic.Of(Retained.Register([own, cap]), invoice, Retained.InForce, Retained.Today);

        end.EraseFrom.ShouldBe(new DateOnly(2023, 3, 1));
        end.Rule.ShouldBe("barred");
        end.Steps[^1].Text.ShouldContain("longest that law allows");
    }

    [Fact]
    public void Of_Should_KeepUntilTheHoldEnds_When_AHoldOutlastsEverything()
    {
        var register = Retained.Register([own]);
        var ended = Retained.Ended("2020-01-01");

        RetentionArithmetic.Of(register, invoice, ended, Retained.Today).IsDueOn(Retained.Today).ShouldBeTrue();
        var until = RetentionArithmetic.Of(register, invoice, ended with { Holds = [new(Guid.NewGuid(), new(2028, 5, 1))] }, Retained.Today);
        var open = RetentionArithmetic.Of(register, invoice, ended with { Holds = [new(Guid.NewGuid(), null)] }, Retained.Today);

        until.KeptThrough.ShouldBe(new DateOnly(2028, 5, 1));
        open.Standing.ShouldBe(RetentionStanding.Open);
        open.IsDueOn(Retained.Today).ShouldBeFalse();
        open.Steps[^1].Text.ShouldBe("A legal hold keeps it until it is lifted.");
    }

    [Theory]
    [InlineData("2025-12-31", "2029-03-01")]
    [InlineData("2026-01-01", "2031-03-01")]
    [Requirement("S3-62")]
    public void Of_Should_CountTheLawInForce_When_ItChanged(string day, string through)
    {
        var before = Retained.Rule("old-act", RetentionTrigger.RecordDate, "P9Y") with
        {
            DateField = "issuedOn", Strength = RetentionStrength.Minimum, Law = "Old Act", ValidTo = new(2025, 12, 31),
        };
        var now = before with { Id = "new-act", Period = new(11, 0, 0), Law = "New Act", ValidFrom = new(2026, 1, 1), ValidTo = null };

        var end = RetentionArithmetic.Of(Retained.Register([before, now]), invoice, Retained.InForce, Retained.Day(day));

        end.KeptThrough.ShouldBe(Retained.Day(through));
        end.Law.ShouldBe(day == "2025-12-31" ? "Old Act" : "New Act");
        end.Steps.Any(step => step.Text.Contains("does not count yet")).ShouldBe(day == "2025-12-31");
    }

    [Fact]
    [Requirement("S0-11")]
    public void Of_Should_EndOnePurpose_When_ItsPeriodIsOver()
    {
        var training = Retained.Rule("training", RetentionTrigger.RecordDate, "P3M") with { DateField = "madeOn", Fields = ["recording"], Purposes = ["training"] };
        var proof = Retained.Rule("proof", RetentionTrigger.RecordDate, "P3Y") with { DateField = "madeOn", Fields = ["recording"], Purposes = ["proof"] };

        var end = RetentionArithmetic.Of(Retained.Register([training, proof]), recording, Retained.InForce, Retained.Today);

        end.Purposes.Single(use => use.Purpose == "training").IsOverOn(Retained.Today).ShouldBeTrue();
        end.Purposes.Single(use => use.Purpose == "proof").IsOverOn(Retained.Today).ShouldBeFalse();
        end.IsDueOn(Retained.Today).ShouldBeFalse();
        end.EraseFrom.ShouldBe(new DateOnly(2029, 8, 1));
        end.Rule.ShouldBe("proof");
    }

    [Fact]
    public void Of_Should_KeepForTheDutyOnly_When_LawOutlastsTheControllersOwn()
    {
        var end = RetentionArithmetic.Of(Retained.Register([own, Retained.Vouchers]), invoice, Retained.Ended("2021-01-15"), Retained.Today);

        end.Purposes.Single(use => use.Purpose == "service").IsOverOn(Retained.Today).ShouldBeTrue();
        end.Purposes.Single(use => use.Purpose == "accounting").UsableThrough.ShouldBe(new DateOnly(2026, 12, 31));
        end.IsDueOn(Retained.Today).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, ConsentState.Given, RetentionStanding.Open, null)]
    [InlineData("2026-01-10", ConsentState.Given, RetentionStanding.Open, null)]
    [InlineData(null, ConsentState.Ended, RetentionStanding.Open, null)]
    [InlineData("2026-01-10", ConsentState.Ended, RetentionStanding.Ends, "2026-03-01")]
    [InlineData("2026-01-10", ConsentState.NeverGiven, RetentionStanding.Ends, "2026-01-10")]
    [InlineData("2026-01-10", ConsentState.NotKnown, RetentionStanding.NotKnown, null)]
    [Requirement("S3-61")]
    public void Of_Should_KeepUntilTheLastBasisEnds_When_TheRuleSaysSo(
        string? relationshipEnded, ConsentState consent, RetentionStanding standing, string? eraseFrom)
    {
        var rule = Retained.Rule("bases", RetentionTrigger.BasisEnd, null);
        var facts = (relationshipEnded is null ? Retained.InForce : Retained.Ended(relationshipEnded)) with
        {
            Consents = new Dictionary<string, ConsentStanding>
            {
                ["training"] = new(consent, consent == ConsentState.Ended ? Retained.Day("2026-03-01") : null),
            },
        };

        var end = RetentionArithmetic.Of(Retained.Register([rule]), recording, facts, Retained.Today);

        (end.Standing, end.EraseFrom).ShouldBe((standing, eraseFrom is null ? null : Retained.Day(eraseFrom)));
    }

    [Theory]
    [InlineData(ConsentState.NeverGiven, RetentionStanding.Ends)]
    [InlineData(ConsentState.Ended, RetentionStanding.Ends)]
    [InlineData(ConsentState.Given, RetentionStanding.Open)]
    [Requirement("S3-61")]
    public void Of_Should_EndWithTheLastConsent_When_TwoPurposesRestOnConsentAlone(ConsentState other, RetentionStanding standing)
    {
        // arrange: the same basis under two purposes
        var register = Retained.Register([Retained.Rule("bases", RetentionTrigger.BasisEnd, null)]);
        register = register with
        {
            Purposes =
            [
                .. register.Purposes.Where(purpose => purpose.Id == "training"),
                new("other", "Other", new HashSet<string> { "recordings" }) { Bases = ["consent"] },
            ],
        };
        var facts = Retained.InForce with
        {
            Consents = new Dictionary<string, ConsentStanding>
            {
                ["training"] = new(ConsentState.Ended, Retained.Day("2026-03-01")),
                ["other"] = new(other, other == ConsentState.Ended ? Retained.Day("2026-02-01") : null),
            },
        };

        // act
        var end = RetentionArithmetic.Of(register, recording, facts, Retained.Today);

        // assert
        (end.Standing, end.EraseFrom).ShouldBe((standing, standing == RetentionStanding.Ends ? Retained.Day("2026-03-01") : null));
    }

    [Fact]
    public void Of_Should_TakeTheRuleForTheSystem_When_ItIsMoreExact()
    {
        var system = Retained.Rule("system", RetentionTrigger.RelationshipEnd, "P14D") with { Sources = ["crm"], HandOverTo = "authority" };
        var register = Retained.Register([own, system]);

        RetentionArithmetic.Of(register, invoice, Retained.Ended("2026-11-06"), Retained.Today).EraseFrom.ShouldBe(new DateOnly(2026, 11, 20));
        RetentionArithmetic.Of(register, invoice with { Source = "billing" }, Retained.Ended("2026-11-06"), Retained.Today)
            .EraseFrom.ShouldBe(new DateOnly(2027, 11, 6));
    }

    [Fact]
    public void Of_Should_EraseNothing_When_TheBeginningIsNotKnown()
    {
        var register = Retained.Register([own, Retained.Vouchers]);

        var noDate = RetentionArithmetic.Of(register, invoice with { Dates = new Dictionary<string, DateOnly>() }, Retained.Ended("2001-01-01"), Retained.Today);
        var noRelationship = RetentionArithmetic.Of(register, Retained.Data("customer", "contact"), new(), Retained.Today);
        var noRule = RetentionArithmetic.Of(Retained.Register([]), invoice, Retained.Ended("2001-01-01"), Retained.Today);

        noDate.Standing.ShouldBe(RetentionStanding.NotKnown);
        noRelationship.Standing.ShouldBe(RetentionStanding.NotKnown);
        noRule.Standing.ShouldBe(RetentionStanding.NoRule);
    }
}
