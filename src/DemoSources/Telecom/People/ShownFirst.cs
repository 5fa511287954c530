using PersonalDataHub.DemoSources.Calls;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>The person to try the hub with: something of everything that the four sources can hold.</summary>
internal static class ShownFirst
{
    private const string Phone = "+358400000001";

    public static DemoPerson Make(DemoPerson person, DateTimeOffset now)
    {
        var time = LocalTime.Seconds(now);
        return person with
        {
            Crm = Crm(person.Crm!, time),
            Billing = person.Billing!.WithOpenInvoice() with
            {
                FamilyName = "Hallavirta",
                GivenNames = "Aino",
                IdentityCode = "010180-9004",
                Email = "aino.hallavirta@example.org",
                Street = "Vanhamallitie 8 A 3",
                PostCode = "33100",
                City = "TAMPERE",
            },
            Calls =
            [
                Call(time.AddDays(-190), "0400000001", 203, 214),
                Call(time.AddDays(-65).AddHours(2), Phone, 207, 96),
                Call(time.AddDays(-64), Phone, 207, 41) with { Incoming = false },
                Call(time.AddDays(-6).AddHours(-3), "0400000001", 211, 327),
            ],
            Visitor = Visitor(person, time),
        };
    }

    private static CrmCustomer Crm(CrmCustomer crm, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return crm with
        {
            FamilyName = "Hallavirta",
            GivenNames = "Aino Lempi",
            PreferredName = "Aino",
            IdentityCode = "010180-9004",
            BirthDate = new DateOnly(1980, 1, 1),
            Language = "fi",
            Emails =
            [
                new CrmEmail("aino.hallavirta@example.org", now.AddDays(-300), ValidFrom: today.AddDays(-300)),
                new CrmEmail("aino.tyossa@example.com", now.AddDays(-120), ValidFrom: today.AddDays(-120)),
            ],
            Phones = [new CrmPhone(Phone, now.AddDays(-300), ValidFrom: today.AddDays(-900))],
            Addresses = [new CrmAddress("Mallikatu 14 C 21", "00100", "HELSINKI", now.AddDays(-70))],
            NextOfKin = [new CrmNextOfKin("Oiva Hallavirta", "puoliso", Phones.Further(1), now.AddDays(-300))],
            CompanyRoles =
            [
                new CrmCompanyRole(
                    Names.Company(1), "9900005-0", "yhteyshenkilö", "toimistopäällikkö", today.AddDays(-400), null,
                    now.AddDays(-120)),
            ],
            Permissions =
            [
                new CrmPermission("email", true, now.AddDays(-300)),
                new CrmPermission("sms", false, now.AddDays(-300)),
                new CrmPermission("phone", true, now.AddDays(-120)),
            ],
            Notes =
            [
                new CrmNote(now.AddDays(-190), "agent03", "Asked for a paper invoice; changed."),
                new CrmNote(now.AddDays(-65), "agent07", "Told the new address by telephone; billing to be informed."),
            ],
            Changes =
            [
                new CrmChange(now.AddDays(-120), "agent11", "email", null, "aino.tyossa@example.com"),
                new CrmChange(now.AddDays(-70), "self-service", "street", "Vanhamallitie 8 A 3", "Mallikatu 14 C 21"),
            ],
            Remarks = [new CrmRemark(now.AddDays(-190), "Kotona on kaksi koiraa; asentajan kannattaa soittaa ovikelloa.")],
            UpdatedAt = now.AddDays(-70),
        };
    }

    private static DemoCall Call(DateTimeOffset start, string number, int agent, int talkSeconds) =>
        new(start, Incoming: true, number, AwkwardCases.ShownFirst, agent, RingSeconds: 12, talkSeconds);

    private static DemoVisitor Visitor(DemoPerson person, DateTimeOffset now)
    {
        var dice = new SeededDice(0, person.Number, DiceAspect.Visits);
        PageView[] pages =
        [
            .. VisitChance.Visit(now.AddDays(-45), dice, Offers.Pages),
            .. VisitChance.Visit(now.AddDays(-31), dice, Offers.Pages),
            .. VisitChance.Visit(now.AddDays(-12), dice, Offers.Pages),
            .. VisitChance.Visit(now.AddDays(-2), dice, Offers.Pages),
        ];
        return new DemoVisitor(
            "aaaaaaaa000000000000000000010001", "198.51.100.101",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", pages, LinkedAt: now.AddDays(-30));
    }
}
