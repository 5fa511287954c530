using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Tests.Marketing;

namespace PersonalDataHub.Hub.Tests.Disclosures;

public sealed class DisclosureGatesTests
{
    private const string Host = "host";

    private static readonly DisclosureOrder order = new()
    {
        Register = "shop",
        Recipient = Host,
        Registrants = [SharingRoom.Person()],
        Fields = ["account.number"],
        For = "service",
    };

    private static readonly Register shop = SharingPack.Read();

    [Fact]
    public void Check_Should_FindNothing_When_AProcessorGetsItsSubsetForItsPurpose()
    {
        Codes(order).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, DisclosureMistakes.GroundMissing)]
    [InlineData("friendship", DisclosureMistakes.NotAGround)]
    [InlineData("contract", null)]
    [InlineData("consent", null)]
    [Requirement("S0-34")]
    [Requirement("S3-30")]
    public void Check_Should_Refuse_When_ThereIsNoneOfTheThreeGrounds(string? ground, string? refusal)
    {
        Codes(order with { Recipient = "partner", Ground = ground }).ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Fact]
    [Requirement("S0-34")]
    [Requirement("S3-30")]
    public void Check_Should_Pass_When_TheGroundIsAStatute()
    {
        Codes(Police()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("credit", null)]
    [InlineData("consent", DisclosureMistakes.NotAGround)]
    [InlineData(null, DisclosureMistakes.GroundMissing)]
    [Requirement("S1-24")]
    [Requirement("S2-30")]
    [Requirement("S1-23")]
    [Requirement("S2-29")]
    public void Check_Should_Refuse_When_TheGroundIsNoneOfTheRecipients(string? ground, string? refusal)
    {
        Codes(order with { Recipient = "creditor", Ground = ground, For = "invoicing" }).ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Fact]
    [Requirement("S1-24")]
    public void Check_Should_NameTheStatement_When_ThereIsNoGround()
    {
        var mistake = Check(order with { Recipient = "partner" }).ShouldHaveSingleItem();

        mistake.Statements.ShouldBe(["grounds"]);
        mistake.Message.ShouldContain("contract, consent");
    }

    [Theory]
    [InlineData("account.name")]
    [InlineData("account")]
    [Requirement("S1-09")]
    [Requirement("S2-10")]
    public void Check_Should_Refuse_When_AFieldIsOutsideTheSubset(string field)
    {
        var mistakes = Check(order with { Fields = ["account.number", field] });

        mistakes.ShouldAllBe(mistake => mistake.Code == DisclosureMistakes.OutsideSubset);
        mistakes.Select(mistake => mistake.About).ShouldContain("account.name");
        mistakes.Select(mistake => mistake.About).ShouldNotContain("account.number");
    }

    [Theory]
    [InlineData("no-subset", DisclosureMistakes.NoSubset, "S1-09")]
    [InlineData("no-purpose", DisclosureMistakes.PurposeMissing, "S1-10")]
    [InlineData("no-interface", DisclosureMistakes.InterfaceMissing, "S1-10")]
    [InlineData("no-contract", DisclosureMistakes.AgreementMissing, "S3-44")]
    [Requirement("S1-09")]
    [Requirement("S1-10")]
    [Requirement("S2-10")]
    [Requirement("S2-11")]
    [Requirement("S3-44")]
    [Requirement("S0-13")]
    public void Check_Should_Refuse_When_ThePolicyLacksWhatAProcessorNeeds(string recipient, string refusal, string requirement)
    {
        requirement.ShouldNotBeEmpty();
        Codes(order with { Recipient = recipient }, Strict).ShouldBe([refusal]);
    }

    [Fact]
    [Requirement("S1-10")]
    [Requirement("S2-11")]
    public void Check_Should_Refuse_When_APartnerWouldUseItForAnotherPurpose()
    {
        Codes(order with { For = "direct-marketing" }).ShouldBe([DisclosureMistakes.PurposeMissing]);
    }

    [Theory]
    [InlineData("helper", null)]
    [InlineData("taskless", DisclosureMistakes.TaskMissing)]
    [Requirement("S4-23")]
    public void Check_Should_Refuse_When_AThirdPartyHasNoTask(string recipient, string? refusal)
    {
        Codes(order with { Recipient = recipient, Ground = "matching" }).ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Fact]
    [Requirement("S3-31")]
    [Requirement("S3-33")]
    public void Check_Should_RefuseRows_When_OnlySegmentsMayGo()
    {
        var ads = order with { Recipient = "ads", Ground = "contract", For = "ad-targeting", Fields = ["account.credit"] };

        // Another recipient gets no rows for that purpose either.
        Codes(ads).ShouldBe([DisclosureMistakes.SegmentsOnly]);
        Codes(ads with { Recipient = "partner" }).ShouldBe([DisclosureMistakes.SegmentsOnly]);
        Codes(Segment(ads, 10)).ShouldBeEmpty();
        Codes(Segment(ads, 9)).ShouldBe([DisclosureMistakes.SegmentTooSmall]);
        Codes(Segment(ads, 10) with { Fields = ["account.number"] }).ShouldBe([DisclosureMistakes.SegmentIdentifies]);
    }

    [Theory]
    [InlineData("never", false, "US", DisclosureMistakes.Transfer)]
    [InlineData("never", true, "US", DisclosureMistakes.Transfer)]
    [InlineData("never", false, "SE", null)]
    [InlineData("if-necessary", false, "US", DisclosureMistakes.Transfer)]
    [InlineData("if-necessary", true, "US", null)]
    [InlineData("if-necessary, safeguardRequired: true", true, "US", DisclosureMistakes.Transfer)]
    [Requirement("S3-36")]
    [Requirement("S1-25")]
    [Requirement("S2-31")]
    [Requirement("S4-24")]
    [Requirement("S4-25")]
    public void Check_Should_Refuse_When_TheCountryIsForbidden(string mode, bool necessary, string country, string? refusal)
    {
        var register = SharingPack.Read("transfers: { mode: never", $"transfers: {{ mode: {mode}");
        var abroad = order with { Country = country, Necessity = necessary ? "The only host of the service is there." : null };

        Codes(abroad, register).ShouldBe(refusal is null ? [] : [refusal]);
        Codes(abroad with { Safeguard = "GDPR Art. 46(2)(c)" }, register).Count.ShouldBe(mode == "never" || !necessary ? Codes(abroad, register).Count : 0);
    }

    [Theory]
    [InlineData(null, "Police Act 872/2011 4:3", DisclosureMistakes.RequesterMissing)]
    [InlineData("Police station 7", null, DisclosureMistakes.LegalGroundMissing)]
    [InlineData("Police station 7", "Police Act 872/2011 4:3", null)]
    [Requirement("S3-34")]
    public void Check_Should_Refuse_When_AnAuthorityNamesNoRequesterOrLaw(string? requester, string? law, string? refusal)
    {
        Codes(Police() with { Requester = requester, LegalGround = law }).ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Theory]
    [InlineData("Act 516/2004 s. 36", "2014-12-31", true)]
    [InlineData("Act 516/2004 s. 36", "2015-01-01", false)]
    [InlineData("Act 917/2014 s. 157", "2014-12-31", false)]
    [InlineData("Act 917/2014 s. 157", "2015-01-01", true)]
    [InlineData("Police Act 872/2011 4:3", "2026-11-21", true)]
    [Requirement("S3-29")]
    public void Check_Should_GoByTheLawOfTheDay_When_ADemandNamesAnAct(string law, string day, bool holds)
    {
        var mistakes = Gates(Police() with { LegalGround = law }, shop, DateOnly.Parse(day)).Check([Account]);

        mistakes.Select(mistake => mistake.Code).ShouldBe(holds ? [] : [DisclosureMistakes.LawNotInForce]);
        mistakes.ShouldAllBe(mistake => mistake.Message.Contains(law.Split(' ', StringSplitOptions.None)[1], StringComparison.Ordinal) && mistake.About == "legalGround");
    }

    [Theory]
    [InlineData("Privacy Shield decision (EU) 2016/1250", "2020-07-16", true)]
    [InlineData("Privacy Shield decision (EU) 2016/1250", "2020-07-17", false)]
    [InlineData("GDPR Art. 46(2)(c)", "2020-07-17", true)]
    [Requirement("S3-29")]
    public void Check_Should_GoByTheLawOfTheDay_When_ATransferRestsOnASafeguard(string safeguard, string day, bool holds)
    {
        var register = SharingPack.Read("transfers: { mode: never", "transfers: { mode: allowed");
        var abroad = order with { Country = "US", Safeguard = safeguard };

        Gates(abroad, register, DateOnly.Parse(day)).Check([Account]).Select(mistake => mistake.Code)
            .ShouldBe(holds ? [] : [DisclosureMistakes.LawNotInForce]);
    }

    [Fact]
    [Requirement("S3-29")]
    public void Check_Should_Refuse_When_ThePurposeRestsOnNothing()
    {
        var register = SharingPack.Read("{ id: service, name: Service, categories: all, bases: [contract] }", "{ id: service, name: Service, categories: all }");

        Codes(order, register).ShouldBe([DisclosureMistakes.PurposeWithoutBasis]);
        Codes(order with { Recipient = "partner", Ground = "contract" }, register).ShouldBe([DisclosureMistakes.PurposeWithoutBasis]);
    }

    [Theory]
    [InlineData("partner", "contract", true)]
    [InlineData("partner", "consent", true)]
    [InlineData("helper", "matching", true)]
    [InlineData("buyer", "takeover", true)]
    [InlineData("police", "statute", false)]
    [InlineData("host", null, false)]
    [InlineData("own-web", null, false)]
    [Requirement("S4-42")]
    public void Check_Should_OpenTheCategoryToLawAlone_When_TheNoticeSaysSo(string recipient, string? ground, bool refused)
    {
        var register = SharingPack.Read("transfers: { mode: never", "sharing: { lawOnly: [contact], statements: [partners] }\ntransfers: { mode: never");
        var asked = Police() with
        {
            Recipient = recipient, Ground = ground, For = recipient == "own-web" ? "ad-targeting" : "service", Fields = ["account.number"], Successor = "Ostaja Oy",
        };

        var mistakes = Check(asked, register);

        mistakes.Select(mistake => mistake.Code).ShouldBe(refused ? [DisclosureMistakes.ByLawOnly] : []);
        mistakes.ShouldAllBe(mistake => mistake.Statements.SequenceEqual(new[] { "partners" }));
        Codes(asked).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("S3-35")]
    public void Check_Should_AskForTheSuccessor_When_TheBusinessGoesOver()
    {
        var takeover = order with { Recipient = "buyer", Ground = "takeover", Registrants = [], WholeRegister = true, Persons = 5, Fields = ["account"] };

        Codes(takeover).ShouldBe([DisclosureMistakes.SuccessorMissing]);
        Codes(takeover with { Successor = "Ostaja Oy" }).ShouldBeEmpty();
        Gates(takeover, shop).Kind.ShouldBe(DisclosureKind.TransferOfBusiness);
    }

    [Fact]
    [Requirement("S1-08")]
    [Requirement("S2-09")]
    public void Kind_Should_BeOwnUse_When_AnOwnRegisterUsesIt()
    {
        var own = order with { Recipient = "own-web", For = "ad-targeting" };

        // Rows and no ground: nobody outside gets anything.
        Codes(own).ShouldBeEmpty();
        Gates(own, shop).Kind.ShouldBe(DisclosureKind.OwnUse);
        Gates(order, shop).Kind.ShouldBe(DisclosureKind.Processing);
        Gates(order with { Recipient = "partner" }, shop).Kind.ShouldBe(DisclosureKind.Disclosure);
    }

    [Fact]
    public void Check_Should_TellEverythingAtOnce_When_MuchIsWrong()
    {
        Codes(order with { Recipient = "no-contract", Registrants = [], Fields = ["account.shoeSize"], For = "hobby", Ground = "friendship", Country = "US" })
            .ShouldBe(
            [
                DisclosureMistakes.NothingNamed, DisclosureMistakes.UnknownField, DisclosureMistakes.UnknownPurpose, DisclosureMistakes.NotAGround,
                DisclosureMistakes.Transfer, DisclosureMistakes.AgreementMissing,
            ]);
    }

    // A notice that asks for an interface; a file that breaks its own word would not be read at all.
    private static Register Strict => shop with { Pack = shop.Pack with { Sharing = new() { Interface = true } } };

    private static DisclosureOrder Police() => order with
    {
        Recipient = "police",
        Ground = "statute",
        Fields = ["account"],
        Requester = "Police station 7",
        LegalGround = "Police Act 872/2011 4:3",
    };

    private static DisclosureOrder Segment(DisclosureOrder rows, int persons) => rows with { Registrants = [], Segment = "buyers", Persons = persons };

    private static IReadOnlyList<string> Codes(DisclosureOrder asked, Register? register = null) => [.. Check(asked, register).Select(mistake => mistake.Code)];

    private static IReadOnlyList<DisclosureMistake> Check(DisclosureOrder asked, Register? register = null) => Gates(asked, register ?? shop).Check([Account]);

    private static DisclosureGates Gates(DisclosureOrder asked, Register register, DateOnly? day = null) =>
        new(register, register.Pack.FindRecipient(asked.Recipient)!, asked, day ?? new(2026, 11, 21));

    private static MergedRecordType Account { get; } = new()
    {
        Name = "account",
        PluralName = "accounts",
        Description = "An account.",
        Fields = [],
        Sources =
        [
            new(
                "crm",
                new RecordType
                {
                    Name = "account",
                    PluralName = "accounts",
                    Description = "An account.",
                    Category = "contact",
                    Origin = DataOrigin.Provided,
                    Fields =
                    [
                        new() { Name = "number", Kind = FieldKind.Text, Description = "Number.", IdentityKind = IdentityKinds.CustomerNumber },
                        new() { Name = "name", Kind = FieldKind.Text, Description = "Name.", ProfileTerm = ProfileTerms.FamilyName },
                        new() { Name = "phone", Kind = FieldKind.Text, Description = "Telephone." },
                        new() { Name = "credit", Kind = FieldKind.Integer, Description = "Credit." },
                    ],
                },
                [0, 1, 2, 3]),
        ],
    };
}
