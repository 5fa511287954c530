using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Yaml;
using PersonalDataHub.Hub.Tests.Marketing;
using PersonalDataHub.Hub.Tests.Registers.Packs;

namespace PersonalDataHub.Hub.Tests.Disclosures;

/// <summary>The gates over the policies that ship.</summary>
public sealed class FiveNoticesTests
{
    private static readonly DateOnly today = new(2026, 11, 21);

    public static TheoryData<string> Registers() => ["wellbeing", "studio", "social-care", "telecom", "sole-trader"];

    [Theory]
    [MemberData(nameof(Registers))]
    [Requirement("S0-34")]
    [Requirement("S1-24")]
    [Requirement("S2-30")]
    [Requirement("S3-30")]
    [Requirement("S3-32")]
    public void Check_Should_LetEachRecipientHaveItsOwnAndNoMore_When_ThePolicyIsTheOneThatShips(string id)
    {
        var register = Read(id);
        foreach (var recipient in register.Pack.Recipients.Where(one => one.Kind is RecipientKind.Processor or RecipientKind.Controller))
        {
            foreach (var ground in recipient.Grounds)
            {
                Codes(register, Order(register, recipient, ground), recipient).ShouldBeEmpty($"{id}/{recipient.Id} on {ground}");
            }

            Codes(register, Order(register, recipient, null), recipient).ShouldContain(DisclosureMistakes.GroundMissing);
            Codes(register, Order(register, recipient, "friendship"), recipient).ShouldContain(DisclosureMistakes.NotAGround);
            Codes(register, Order(register, recipient, recipient.Grounds[0]) with { Fields = ["secret.field"] }, recipient)
                .ShouldContain(DisclosureMistakes.OutsideSubset);
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    [Requirement("S3-34")]
    public void Check_Should_AskAuthoritiesForRequesterAndLaw_When_ThePolicyIsTheOneThatShips(string id)
    {
        var register = Read(id);
        var authority = register.Pack.Recipients.First(one => one.Kind == RecipientKind.Authority);
        var order = Order(register, authority, authority.Grounds[0]);

        Codes(register, order, authority).ShouldBe([DisclosureMistakes.RequesterMissing, DisclosureMistakes.LegalGroundMissing]);
        Codes(register, order with { Requester = "Court 1", LegalGround = "Code of Judicial Procedure 17:12" }, authority).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("studio")]
    [InlineData("social-care")]
    [Requirement("S1-08")]
    [Requirement("S2-09")]
    public void Kind_Should_BeOwnUse_When_TheOwnMarketingRegisterAimsAdvertising(string id)
    {
        var register = Read(id);
        var own = register.Pack.FindRecipient("own-marketing-register")!;
        var order = Order(register, own, null);

        Codes(register, order, own).ShouldBeEmpty();
        new DisclosureGates(register, own, order, today).Kind.ShouldBe(DisclosureKind.OwnUse);
    }

    [Fact]
    [Requirement("S3-31")]
    [Requirement("S3-33")]
    public void Check_Should_RefuseRowsForAdvertising_When_TheRegisterIsTheOperators()
    {
        var register = Read("telecom");
        var network = register.Pack.FindRecipient("advertising-network")!;
        var rows = Order(register, network, "contract") with { Segment = null, Persons = null, Registrants = [SharingRoom.Person()] };

        Codes(register, rows, network).ShouldBe([DisclosureMistakes.SegmentsOnly]);
    }

    [Fact]
    [Requirement("S3-35")]
    [Requirement("S3-36")]
    public void Check_Should_HoldTheOperatorToItsWord_When_TheBusinessGoesOverOrAbroad()
    {
        var register = Read("telecom");
        var successor = register.Pack.FindRecipient("successor")!;
        var takeover = Order(register, successor, "transfer-of-business") with { Registrants = [], WholeRegister = true, Persons = 1000 };

        Codes(register, takeover, successor).ShouldBe([DisclosureMistakes.SuccessorMissing]);
        Codes(register, takeover with { Successor = "Ostaja Oy", Country = "US", Safeguard = "GDPR Art. 46(2)(c)", Necessity = "None." }, successor)
            .ShouldBe([DisclosureMistakes.Transfer]);
        Codes(register, takeover with { Successor = "Ostaja Oy" }, successor).ShouldBeEmpty();
    }

    // Data stays with the company. Two doors besides the law's and the invoice's: somebody who adds to the service for the
    // company, and a lender who decides on a credit that the person applied for.
    [Theory]
    [InlineData("studio")]
    [InlineData("social-care")]
    [Requirement("S1-23"), Requirement("S2-29")]
    public void Check_Should_KeepDataInTheCompany_When_NeitherOfTheTwoExceptionsApplies(string id)
    {
        // arrange
        var register = Read(id);
        DisclosureGroundKind[] exceptions = [DisclosureGroundKind.ValueAddedService, DisclosureGroundKind.CreditApplication];
        string[] doors = [.. register.Pack.DisclosureGrounds.Where(ground => exceptions.Contains(ground.Kind)).Select(ground => ground.Id)];
        var outside = register.Pack.Recipients.Where(one => one.Kind is RecipientKind.Processor or RecipientKind.Controller).ToList();
        var opened = new List<string>();

        // act
        foreach (var recipient in outside)
        {
            foreach (var ground in register.Pack.DisclosureGrounds.Select(ground => ground.Id).Append("partnership").Append(null))
            {
                var mistakes = new DisclosureGates(register, recipient, Order(register, recipient, ground), today).Check(Types(register, recipient));
                if (mistakes.Count == 0)
                {
                    opened.Add($"{recipient.Kind} {register.Pack.DisclosureGrounds.First(one => one.Id == ground).Kind}");
                }
                else if (ground is null or "partnership")
                {
                    mistakes.SelectMany(mistake => mistake.Statements).ShouldContain("own-use-with-two-exceptions");
                }
            }
        }

        // assert
        doors.Length.ShouldBe(2);
        opened.Distinct().ShouldBe(
            ["Processor ValueAddedService", "Processor Invoicing", "Processor DebtCollection", "Controller CreditApplication"], ignoreOrder: true);

        // No other controller gets anything but for a credit decision, and for that the deciding fields only.
        var lender = outside.Single(one => one.Kind == RecipientKind.Controller);
        lender.Grounds.ShouldBe(["credit-application"]);
        Codes(register, Order(register, lender, "credit-application") with { Fields = ["secret.field"] }, lender).ShouldBe([DisclosureMistakes.OutsideSubset]);
    }

    // Whoever joins the recipients later, on whatever ground: the site's identification data stays inside.
    [Theory]
    [InlineData("permission", "controller", DisclosureMistakes.ByLawOnly)]
    [InlineData("matching-task", "controller", DisclosureMistakes.ByLawOnly)]
    [InlineData("law-or-authority", "authority", null)]
    [Requirement("S4-42")]
    public void Check_Should_KeepIdentificationDataInside_When_LawDoesNotProvideOtherwise(string ground, string kind, string? refusal)
    {
        // arrange
        var (register, mistakes) = Packs.Changed(
            "sole-trader",
            "recipients:\n",
            $"recipients:\n  - {{ id: newcomer, kind: {kind}, name: Newcomer, task: {{ fi: Mainonta, en: Advertising }}, grounds: [{ground}], purposes: [customer-relationship], categories: [web, contact] }}\n");
        mistakes.ShouldBeEmpty();
        var newcomer = register!.Pack.FindRecipient("newcomer")!;
        var order = Order(register, newcomer, ground) with { Fields = ["ofweb.field"], Requester = "Court 1", LegalGround = "Act 917/2014 s. 157" };

        // act
        var refused = new DisclosureGates(register, newcomer, order, today).Check(Types(register, newcomer));

        // assert
        refused.Select(mistake => mistake.Code).ShouldBe(refusal is null ? [] : [refusal]);
        refused.ShouldAllBe(mistake => mistake.Statements.Contains("log-data-stays-inside") && mistake.About == "ofweb.field");
        Codes(register, order with { Fields = ["ofcontact.field"] }, newcomer).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("S3-29")]
    public void Check_Should_PointAtTheStatement_When_TheLawOfTheDayIsAnother()
    {
        var register = Read("telecom");
        var authority = register.Pack.Recipients.First(one => one.Kind == RecipientKind.Authority);
        var order = Order(register, authority, authority.Grounds[0]) with { Requester = "Court 1", LegalGround = "Act 516/2004 s. 36" };

        var mistake = new DisclosureGates(register, authority, order, today).Check(Types(register, authority)).ShouldHaveSingleItem();

        mistake.Code.ShouldBe(DisclosureMistakes.LawNotInForce);
        mistake.Statements.ShouldContain("disclosed-for-justified-uses");
        mistake.Message.ShouldContain("917/2014");
    }

    [Fact]
    [Requirement("S0-12")]
    public void Profiling_Should_NamePurposesOfTheModel_When_TheNoticeRefersToThem()
    {
        foreach (var id in Registers().Select(row => row.Data))
        {
            var register = Read(id);
            register.Pack.Profiling.Purposes.ShouldAllBe(purpose => register.FindPurpose(purpose) != null);
        }

        var wellbeing = Read("wellbeing");
        wellbeing.Pack.Profiling.Purposes.Select(purpose => wellbeing.FindPurpose(purpose)!.Nature).ShouldAllBe(nature => nature == PurposeNature.Profiling);
    }

    private static DisclosureOrder Order(Register register, Recipient recipient, string? ground)
    {
        var isSegment = recipient.Granularity == Granularity.Segment;
        return new()
        {
            Register = register.Id,
            Recipient = recipient.Id,
            Registrants = isSegment ? [] : [SharingRoom.Person()],
            Segment = isSegment ? "buyers" : null,
            Persons = isSegment ? 500 : null,
            Fields = recipient.Fields.Count > 0 ? recipient.Fields : [.. CategoriesOf(register, recipient).Select(category => $"of{category}.field")],
            Ground = ground,
            For = recipient.Purposes.FirstOrDefault() ?? register.Purposes[0].Id,
        };
    }

    private static IReadOnlyList<string> CategoriesOf(Register register, Recipient recipient) =>
        recipient.Categories.Count > 0 ? recipient.Categories : [register.Categories[0].Id];

    private static IReadOnlyList<string> Codes(Register register, DisclosureOrder order, Recipient recipient) =>
        [.. new DisclosureGates(register, recipient, order, today).Check(Types(register, recipient)).Select(mistake => mistake.Code)];

    // Record types that hold just what the recipient gets, and one field that it does not.
    private static IReadOnlyList<MergedRecordType> Types(Register register, Recipient recipient) =>
    [
        .. recipient.Fields.Select(name => name.Split('.')).GroupBy(parts => parts[0])
            .Select(type => TypeOf(type.Key, "none", [.. type.Select(parts => parts.Length > 1 ? parts[1] : "anything")])),
        .. CategoriesOf(register, recipient).Select(category => TypeOf($"of{category}", category, ["field"])),
        TypeOf("secret", "nothing-of-the-kind", ["field"]),
    ];

    private static MergedRecordType TypeOf(string name, string category, string[] fields) => new()
    {
        Name = name,
        PluralName = name + "s",
        Description = name,
        Fields = [],
        Sources =
        [
            new(
                "crm",
                new RecordType
                {
                    Name = name,
                    PluralName = name + "s",
                    Description = name,
                    Category = category,
                    Origin = DataOrigin.Provided,
                    Fields = [.. fields.Select(field => new RecordField { Name = field, Kind = FieldKind.Text, Description = field })],
                },
                []),
        ],
    };

    private static Register Read(string id)
    {
        var folder = RepositoryFiles.Path($"connectors-config/{id}");
        var mistakes = new MistakeList($"{id}/register.yaml");
        var register = new RegisterReader(_ => null).Read(
            folder, [.. Directory.GetFiles(folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "register")], mistakes);
        mistakes.Found.ShouldBeEmpty();
        return register.ShouldNotBeNull();
    }
}
