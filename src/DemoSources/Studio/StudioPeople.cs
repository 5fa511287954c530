using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.People;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Studio;

/// <summary>The studio's customers, the awkward ones first.</summary>
internal sealed class StudioPeople(DemoSourceOptions options)
{
    private static readonly (string, decimal)[] products = [("Kehonhuoltosarja", 45.00m), ("Tasapainotunnit", 32.00m)];
    private static readonly string[] pages = ["/", "/hoidot", "/hinnasto", "/varaa-aika", "/lahjakortti", "/yhteys"];

    private readonly Individuals individuals = new(options, register: 3, awkward: StudioCases.All.Count);

    public IReadOnlyList<Individual> Everyone { get => field ??= [.. individuals.Everyone().Select(Adjust)]; }

    public IReadOnlyList<string> Pages => pages;

    public SeededDice Dice(Individual person, DiceAspect aspect) => individuals.Dice(person, aspect);

    /// <summary>A sole trader asks nobody for an identity code.</summary>
    public BillingAccount Account(Individual person)
    {
        var account = new BillingChance(options.Seed, options.Now, products).Make(person.Who, person.Home, person.Email, person.Since) with { IdentityCode = null };
        return person.Id switch
        {
            StudioCases.OpenInvoice => account.WithOpenInvoice(),
            StudioCases.OpenCollection => account.WithCollection(),
            StudioCases.NothingOpen => account.WithEnd(DateOnly.FromDateTime(options.Now.UtcDateTime).AddDays(-60)),
            _ => account,
        };
    }

    public DemoVisitor? Visitor(Individual person)
    {
        var dice = individuals.Dice(person, DiceAspect.Visits);
        return person.Id switch
        {
            StudioCases.ShownFirst => Linked(
                person, [.. VisitChance.Visit(options.Now.AddDays(-38), dice, pages), .. VisitChance.Visit(options.Now.AddDays(-3), dice, pages)]),
            StudioCases.ClearedCookies => Linked(person, []),
            _ => new VisitChance(options.Seed, options.Now, pages).Make(person.Who),
        };
    }

    private DemoVisitor Linked(Individual person, PageView[] views) => new(
        $"cccccccc0000000000000000000{person.Id}", "198.51.100.131", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        views, LinkedAt: LocalTime.Seconds(options.Now.AddDays(-20)));

    private Individual Adjust(Individual person) => person.Id switch
    {
        StudioCases.Minor => person with { Who = person.Who with { BirthDate = DateOnly.FromDateTime(options.Now.UtcDateTime).AddYears(-14).AddDays(-100) } },
        StudioCases.OfficeFirst or StudioCases.OfficeSecond => person with { Email = StudioCases.OfficeEmail },
        _ => person,
    };
}
