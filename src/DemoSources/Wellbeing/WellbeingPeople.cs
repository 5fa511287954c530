using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Calls;
using PersonalDataHub.DemoSources.People;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Wellbeing;

/// <summary>The well-being company's customers, the awkward ones first.</summary>
internal sealed class WellbeingPeople(DemoSourceOptions options)
{
    private static readonly (string, decimal)[] products = [("Hyvinvointipaketti", 39.00m), ("Hierontasarja", 55.00m), ("Jooga, kuukausi", 29.00m)];
    private static readonly string[] pages = ["/", "/palvelut", "/palvelut/hieronta", "/ajanvaraus", "/oma-sivu", "/hinnasto"];

    private readonly Individuals individuals = new(options, register: 2, awkward: WellbeingCases.All.Count);

    public IReadOnlyList<Individual> Everyone { get => field ??= [.. individuals.Everyone().Select(Adjust)]; }

    private DateTimeOffset LongAgo => LocalTime.Seconds(options.Now.AddYears(-5));

    public SeededDice Dice(Individual person, DiceAspect aspect) => individuals.Dice(person, aspect);

    public BillingAccount Account(Individual person)
    {
        var account = new BillingChance(options.Seed, options.Now, products).Make(person.Who, person.Home, person.Email, person.Since);
        return person.Id switch
        {
            WellbeingCases.OpenInvoice => account.WithOpenInvoice(),
            WellbeingCases.LongGone => account.WithEnd(DateOnly.FromDateTime(LongAgo.UtcDateTime)),
            WellbeingCases.CalledLately => account.WithEnd(DateOnly.FromDateTime(LongAgo.UtcDateTime)),
            _ => account,
        };
    }

    public IReadOnlyList<DemoCall> Calls(Individual person) => person.Id switch
    {
        WellbeingCases.InTwoRegisters => [Call(person, options.Now.AddDays(-33)), Call(person, options.Now.AddDays(-8))],
        WellbeingCases.CalledLately => [Call(person, options.Now.AddDays(-30))],
        WellbeingCases.LongGone => [Call(person, LongAgo)],
        _ => new CallChance(options.Seed, options.Now).Make(person.Who),
    };

    public DemoVisitor? Visitor(Individual person)
    {
        if (person.Id != WellbeingCases.InTwoRegisters)
        {
            return new VisitChance(options.Seed, options.Now, pages).Make(person.Who);
        }

        var dice = individuals.Dice(person, DiceAspect.Visits);
        return new(
            "bbbbbbbb000000000000000000020001", "198.51.100.201", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            [.. VisitChance.Visit(options.Now.AddDays(-40), dice, pages), .. VisitChance.Visit(options.Now.AddDays(-5), dice, pages)],
            LinkedAt: LocalTime.Seconds(options.Now.AddDays(-25)));
    }

    private Individual Adjust(Individual person) => person.Id switch
    {
        // The same person as the telecom operator's first customer, with the same telephone and e-mail.
        WellbeingCases.InTwoRegisters => person with
        {
            Who = person.Who with
            {
                GivenName = "Aino", FamilyName = "Hallavirta", BirthDate = new(1980, 1, 1),
                IdentityCode = WellbeingCases.CodeInTwoRegisters, Phone = "+358400000001",
            },
            Email = "aino.hallavirta@example.org",
        },
        WellbeingCases.LongGone => Gone(person),
        WellbeingCases.CalledLately => Gone(person),
        _ => person,
    };

    private Individual Gone(Individual person) => person with { Since = LongAgo.AddYears(-2), LastSeen = LongAgo };

    private static DemoCall Call(Individual person, DateTimeOffset start) =>
        new(LocalTime.Seconds(start), Incoming: true, person.Who.Phone, person.Id, Agent: 205, RingSeconds: 11, TalkSeconds: 95);
}
