using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Calls;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>Turns the first people into the <see cref="AwkwardCases"/>.</summary>
internal sealed class AwkwardPeople(DateTimeOffset now)
{
    private static readonly DateOnly Year1970 = new(1970, 1, 1);
    private static readonly DateOnly Year1980 = new(1980, 1, 1);
    private readonly DateTimeOffset recently = LocalTime.Seconds(now.AddDays(-40));

    public DemoPerson Adjust(DemoPerson person) => person.CustomerId switch
    {
        AwkwardCases.ShownFirst => ShownFirst.Make(person, now),
        AwkwardCases.CenturySignHyphen => WithCode(person, Year1970, "010170-901K"),
        AwkwardCases.CenturySignLetter => WithCode(person, Year1970, "010170Y901K"),
        AwkwardCases.FamilyFirst => InFamily(person),
        AwkwardCases.FamilySecond => InFamily(person),
        AwkwardCases.PhoneBefore => HadPhone(person),
        AwkwardCases.PhoneAfter => HasPhone(person),
        AwkwardCases.TwoNumbersFirst => WithTwoNumbers(person, "kaksi.numeroa@example.org"),
        AwkwardCases.TwoNumbersSecond => WithTwoNumbers(person, "toinen.numero@example.com"),
        AwkwardCases.ChangedName => WithChangedName(person),
        AwkwardCases.ThreeEmails => WithThreeEmails(person),
        AwkwardCases.OpenInvoice => WithOpenInvoice(person),
        AwkwardCases.OpenCollection => WithCollection(person),
        AwkwardCases.CrmOnly => person with { Billing = null },
        AwkwardCases.BillingOnly => person with { Crm = null },
        AwkwardCases.NordicLetters => Named(person, "Åsalill Märta", "Ångströmsjö-Öhmala"),
        AwkwardCases.SkoltSamiLetters => WithEmail(
            Named(person, "Mäʹrjj Vueʹllǩ", "Čäʹccjäuʹrǧǧ-Ǩiõšǯẹ̈ž"), "maarj.caccjaurgg@example.org"),
        AwkwardCases.UnidentifiedCalls => WithUnidentifiedCalls(person),
        AwkwardCases.NoConsent => WithoutConsent(person),
        AwkwardCases.ContradictingCodes => Contradicting(person),
        AwkwardCases.CodeWithoutSign => WithoutSign(person),
        AwkwardCases.OwnEmail => WithEmail(person, AwkwardCases.OwnEmailAddress),
        _ => person,
    };

    private static DemoPerson WithCode(DemoPerson person, DateOnly birthDate, string code) => person with
    {
        Crm = person.Crm! with { BirthDate = birthDate, IdentityCode = code },
        Billing = person.Billing! with { IdentityCode = code },
    };

    private static DemoPerson Named(DemoPerson person, string givenNames, string familyName) => person with
    {
        Crm = person.Crm! with { GivenNames = givenNames, FamilyName = familyName, PreferredName = null },
        Billing = person.Billing! with { GivenNames = givenNames, FamilyName = familyName },
    };

    private static DemoPerson WithEmail(DemoPerson person, string email) => person with
    {
        Crm = person.Crm! with { Emails = [person.Crm.Emails[0] with { Address = email }] },
        Billing = person.Billing! with { Email = email },
    };

    private static DemoPerson InFamily(DemoPerson person)
    {
        var named = Named(person, person.Crm!.GivenNames, "Perhemallinen");
        var home = person.Crm.Addresses[0] with { Street = "Esimerkkitie 2 B 7", PostCode = "00100", City = "HELSINKI" };
        return WithEmail(named, AwkwardCases.FamilyEmail) with
        {
            Crm = named.Crm! with
            {
                Emails = [named.Crm.Emails[0] with { Address = AwkwardCases.FamilyEmail, Shared = true }],
                Addresses = [home],
            },
            Billing = named.Billing! with
            {
                Email = AwkwardCases.FamilyEmail, Street = home.Street, PostCode = home.PostCode, City = home.City,
            },
        };
    }

    private static DemoPerson HadPhone(DemoPerson person) => person with
    {
        Crm = person.Crm! with
        {
            Phones =
            [
                person.Crm.Phones[0] with
                {
                    Number = AwkwardCases.PassedOnPhone, ValidFrom = new DateOnly(2021, 3, 1), ValidTo = new DateOnly(2025, 6, 30),
                },
                person.Crm.Phones[0] with { ValidFrom = new DateOnly(2025, 7, 1) },
            ],
        },
        Calls = [Unidentified(new DateTimeOffset(2025, 5, 15, 8, 12, 0, TimeSpan.Zero), AwkwardCases.PassedOnPhone)],
    };

    private static DemoPerson HasPhone(DemoPerson person) => person with
    {
        Crm = person.Crm! with
        {
            Phones =
            [
                person.Crm.Phones[0] with { Number = AwkwardCases.PassedOnPhone, ValidFrom = new DateOnly(2025, 9, 1) },
            ],
        },
        Calls =
        [
            Unidentified(
                new DateTimeOffset(2025, 10, 15, 11, 40, 0, TimeSpan.Zero), Phones.National(AwkwardCases.PassedOnPhone)),
        ],
    };

    private static DemoPerson WithTwoNumbers(DemoPerson person, string email) =>
        WithEmail(Named(WithCode(person, Year1980, "010180-9015"), "Kaisu Tyyne", "Kaksoisnumerola"), email);

    private DemoPerson WithChangedName(DemoPerson person)
    {
        var former = person.Crm!.FamilyName;
        return person with
        {
            Crm = person.Crm with
            {
                FamilyName = "Uusinimelä",
                UpdatedAt = recently,
                FormerNames = [new CrmFormerName(former, DateOnly.FromDateTime(recently.UtcDateTime).AddDays(-1), recently)],
                Changes = [new CrmChange(recently, "agent03", "family_name", former, "Uusinimelä")],
            },
        };
    }

    private DemoPerson WithThreeEmails(DemoPerson person) => person with
    {
        Crm = person.Crm! with
        {
            Emails =
            [
                new CrmEmail("eka.osoite@example.org", recently), new CrmEmail("toka.osoite@example.com", recently),
            ],
        },
        Billing = person.Billing! with { Email = "kolmas.osoite@example.net" },
    };

    private static DemoPerson WithOpenInvoice(DemoPerson person) => person with { Billing = person.Billing!.WithOpenInvoice() };

    private static DemoPerson WithCollection(DemoPerson person) => person with { Billing = person.Billing!.WithCollection() };

    private DemoPerson WithUnidentifiedCalls(DemoPerson person)
    {
        var phone = person.Crm!.Phones[0].Number;
        return person with
        {
            Calls =
            [
                Unidentified(recently.AddHours(3), phone),
                Unidentified(recently.AddDays(9).AddHours(5), Phones.National(phone)),
            ],
        };
    }

    private DemoPerson WithoutConsent(DemoPerson person)
    {
        var dice = new SeededDice(0, person.Number, DiceAspect.Visits);
        PageView[] pages = [.. VisitChance.Visit(recently, dice, Offers.Pages), .. VisitChance.Visit(recently.AddDays(20), dice, Offers.Pages)];
        var visitor = new DemoVisitor(AwkwardCases.VisitorWithoutConsent, "192.0.2.119", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", pages);
        return person with { Visitor = visitor };
    }

    private static DemoPerson Contradicting(DemoPerson person)
    {
        var adjusted = WithCode(person, Year1980, "010180-9026");
        return adjusted with { Billing = adjusted.Billing! with { IdentityCode = "010180-9037" } };
    }

    private static DemoPerson WithoutSign(DemoPerson person)
    {
        var adjusted = WithCode(person, Year1980, "010180-9048");
        return adjusted with { Billing = adjusted.Billing! with { IdentityCode = "0101809048" } };
    }

    private static DemoCall Unidentified(DateTimeOffset start, string number) =>
        new(start, Incoming: true, number, CustomerId: "", Agent: 204, RingSeconds: 9, TalkSeconds: 74);
}
