using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Yaml;
using PersonalDataHub.Hub.Tests.Marketing;

namespace PersonalDataHub.Hub.Tests.Disclosures;

/// <summary>The gates over the policies that ship.</summary>
public sealed class FiveNoticesTests
{
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
        new DisclosureGates(register, own, order).Kind.ShouldBe(DisclosureKind.OwnUse);
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
        [.. new DisclosureGates(register, recipient, order).Check(Types(register, recipient)).Select(mistake => mistake.Code)];

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
