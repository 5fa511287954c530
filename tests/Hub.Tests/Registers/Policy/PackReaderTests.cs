using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Registers.Policy;

public sealed class PackReaderTests
{
    private const string Head = """
        id: shop
        name: { fi: Asiakasrekisteri, en: Customer register }
        controller: { name: Shop Oy, naturalPerson: true, address: "Esimerkkitie 2, 00100 HELSINKI" }
        primarySource: crm
        statements:
          - { id: service, heading: purposes, articles: [GDPR Art. 13(1)(c)], text: { fi: Palvelu, en: Service } }
        bases:
          - { id: contract, kind: contract, name: Contract, statements: [service] }
        categories:
          - { id: contact, name: Contact, dpv: [pd:EmailAddress], provision: contractual, consequence: No orders }
        purposes:
          - { id: service, name: Service, categories: [contact], bases: [contract], statements: [service] }

        """;

    [Fact]
    public void Read_Should_KeepWhatTheNoticeSays_When_ThePackIsRight()
    {
        var (register, mistakes) = Read(Head + """
            transfers: { mode: allowed, safeguardRequired: true }
            recipients:
              - { id: host, kind: processor, name: Host, country: US, safeguard: GDPR Art. 46(2)(c), agreement: { reference: C-1, signedOn: 2020-01-02 } }
            retention:
              - { id: vouchers, name: Vouchers, trigger: financial-year-end, dateField: issuedOn, period: P6Y, toEndOfYear: true, strength: minimum, law: Accounting Act 1336/1997 2:10 }
            """);

        mistakes.ShouldBeEmpty();
        register.ShouldNotBeNull();
        register.Names.ShouldBe(new LocalText("Asiakasrekisteri", "Customer register"));
        register.Controller.NaturalPerson.ShouldBeTrue();
        register.FindCategory("contact")!.Provision.ShouldBe(ProvisionRequirement.Contractual);
        register.FindPurpose("service")!.Bases.ShouldBe(["contract"]);
        register.Pack.FindBasis("contract")!.Article.ShouldBe("GDPR Art. 6(1)(b)");
        register.Pack.Recipients.ShouldHaveSingleItem().Agreement.ShouldBe(new Agreement("C-1", new(2020, 1, 2)));
        register.Pack.Retention.ShouldHaveSingleItem().Period.ShouldBe(new Period(6, 0, 0));
        register.Pack.Version.Length.ShouldBe(16);
    }

    [Fact]
    public void Read_Should_TellEveryMistakeWithItsLine_When_ThePackHasADozen()
    {
        var (register, mistakes) = Read("""
            id: shop
            name: { fi: Rekisteri }
            controller: { name: Shop Oy }
            primarySource: crm
            notices:
              - { id: a, from: 2018-05-25, title: A, regimes: [gdrp] }
              - { id: b, from: 2018-05-25, title: B }
            statements:
              - { id: service, heading: purpose, text: Service }
            bases:
              - { id: contract, kind: contract, name: Contract, interest: Ours, statements: [servise] }
            categories:
              - { id: contact, name: Contact, secrecy: total }
            purposes:
              - { id: service, name: Service, categories: [contact], bases: [contrakt], partOf: service }
            transfers: { mode: never }
            recipients:
              - { id: host, kind: processor, name: Host, country: US }
            retention:
              - { id: forever, name: Forever, trigger: record-date, period: 6 years, strength: minimum }
            blockers:
              - { id: open, kind: open-invoice, name: Open, liftedBy: Payment }
            """);

        register.ShouldBeNull();
        mistakes.Select(mistake => (mistake.Line, mistake.Message.Split(['.', ';'])[0])).ShouldBe(
        [
            (2, "'en' is missing"),
            (6, "'regimes' names the act 'gdrp', which is not declared"),
            (7, "two versions of the notice begin on 2018-05-25"),
            (9, "'heading' is 'purpose', but must be one of: version, controller, contact, register-name, purposes, legitimate-interest, provision, data-contents, sources, recipients, transfers, retention, protection, consent, profiling, access, rectification, erasure, restriction, portability, objection, withdrawal, complaint, cookies, requests"),
            (11, "'interest' belongs to a basis of the kind legitimate-interest only"),
            (11, "'statements' names the statement 'servise', which is not declared"),
            (13, "'secrecy' is 'total', but must be one of: none, communications, social-care, health"),
            (15, "'bases' names the basis 'contrakt', which is not declared"),
            (15, "the purpose 'service' cannot be a part of itself"),
            (18, "'US' is outside the EU and the EEA, where the register's notice says that data never goes"),
            (20, "'period' must be an ISO 8601 period of years, months and days, such as P6Y, P3M or P14D"),
            (20, "'dateField' is missing: the period of 'forever' runs from a date of the record"),
            (20, "'law' is missing: 'forever' is said to be law, so say which"),
            (22, "'article' is missing"),
            (22, "'fact' is missing: whether 'open' holds is asked of sources, so name the fact"),
        ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("allowed", "US", null, false, "name the safeguard")]
    [InlineData("if-necessary", "US", "GDPR Art. 46(2)(c)", false, "only when necessary")]
    [InlineData("if-necessary", "US", "GDPR Art. 46(2)(c)", true, null)]
    [InlineData("never", "US", "GDPR Art. 46(2)(c)", true, "never goes")]
    [InlineData("never", "SE", null, false, null)]
    [InlineData(null, "US", "GDPR Art. 46(2)(c)", true, "no 'transfers'")]
    public void Of_Should_HoldTheCountryAgainstTheRule_When_DataIsElsewhere(
        string? mode, string country, string? safeguard, bool necessary, string? mistake)
    {
        var rule = mode is null ? null : new TransferRule(KebabWords<TransferMode>.All[mode], SafeguardRequired: true, []);

        var told = TransferCheck.Of(rule, country, safeguard, necessary);

        if (mistake is null)
        {
            told.ShouldBeNull();
        }
        else
        {
            told.ShouldNotBeNull().ShouldContain(mistake);
        }
    }

    [Fact]
    public void Read_Should_KeepTheRegister_When_ThePackNamesASourceThatIsNotThere()
    {
        var (register, mistakes) = Read(Head + "web: { aggregateOnly: [statistics] }");

        register.ShouldNotBeNull();
        mistakes.ShouldHaveSingleItem().Message.ShouldContain("no statistics.yaml");
    }

    [Theory]
    [InlineData("2018-05-24", "undated")]
    [InlineData("2018-05-25", "first")]
    [InlineData("2020-01-01", "second")]
    [InlineData("2019-12-31", "first")]
    [Requirement("S3-01")]
    public void NoticeOn_Should_HaveOneAnswer_When_VersionsFollowEachOther(string day, string notice)
    {
        var (register, _) = Read(Head + """
            notices:
              - { id: second, from: 2020-01-01, title: Second }
              - { id: undated, title: Undated }
              - { id: first, from: 2018-05-25, title: First }
            """);

        register!.Pack.NoticeOn(DateOnly.Parse(day))!.Id.ShouldBe(notice);
    }

    private static (Register? Register, IReadOnlyList<ConfigurationMistake> Mistakes) Read(string text)
    {
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder.File("shop"));
        File.WriteAllText(folder.File("shop", "register.yaml"), text);
        var mistakes = new MistakeList("shop/register.yaml");
        return (new RegisterReader(_ => null).Read(folder.File("shop"), ["crm"], mistakes), mistakes.Found);
    }
}
