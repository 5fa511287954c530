using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.People;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.SocialCare;

/// <summary>The social-care company's clients, the awkward ones first.</summary>
internal sealed class SocialCarePeople(DemoSourceOptions options)
{
    private static readonly (string, decimal)[] products = [("Kotipalvelu", 62.00m), ("Tukihenkilö", 48.00m)];
    private static readonly string[] pages = ["/", "/palvelut", "/kotipalvelu", "/tukihenkilot", "/yhteys", "/hinnasto"];

    private readonly Individuals individuals = new(options, register: 4, awkward: SocialCareCases.All.Count);

    public IReadOnlyList<Individual> Everyone { get => field ??= [.. individuals.Everyone().Select(Adjust)]; }

    public IReadOnlyList<string> Pages => pages;

    public DateOnly Today => DateOnly.FromDateTime(options.Now.UtcDateTime);

    public SeededDice Dice(Individual person, DiceAspect aspect) => individuals.Dice(person, aspect);

    /// <summary>The last day of the relationship; null while it is in force.</summary>
    public DateOnly? EndedOn(Individual person) => person.Id switch
    {
        SocialCareCases.EndedTenDaysAgo => Today.AddDays(-10),
        SocialCareCases.Overdue => Today.AddDays(-20),
        SocialCareCases.Cleared or SocialCareCases.FormerCompanyContact => Today.AddYears(-2),
        _ => !person.Who.Plain && person.Place % 9 == 0 ? Today.AddDays(-person.Place * 5) : null,
    };

    /// <summary>Whether the case system holds the person: it does until two weeks after the end.</summary>
    public bool IsInCaseSystem(Individual person) =>
        person.Id == SocialCareCases.Overdue || EndedOn(person) is not { } ended || ended.AddDays(14) > Today;

    public BillingAccount Account(Individual person)
    {
        var account = new BillingChance(options.Seed, options.Now, products).Make(person.Who, person.Home, person.Email, person.Since);
        account = EndedOn(person) is { } ended ? account.WithEnd(ended) : account;
        return person.Id switch
        {
            SocialCareCases.OpenInvoice => account.WithOpenInvoice(),
            SocialCareCases.OpenCollection => account.WithCollection(),
            _ => account,
        };
    }

    public DemoVisitor? Visitor(Individual person)
    {
        if (person.Id != SocialCareCases.ShownFirst)
        {
            return new VisitChance(options.Seed, options.Now, pages).Make(person.Who);
        }

        var dice = individuals.Dice(person, DiceAspect.Visits);
        return new(
            "dddddddd000000000000000000040001", "198.51.100.141", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            [.. VisitChance.Visit(options.Now.AddDays(-44), dice, pages), .. VisitChance.Visit(options.Now.AddDays(-4), dice, pages)],
            LinkedAt: LocalTime.Seconds(options.Now.AddDays(-22)));
    }

    private Individual Adjust(Individual person) => EndedOn(person) is { } ended
        ? person with
        {
            LastSeen = At(ended.AddDays(-1)),
            Since = person.Since < At(ended.AddYears(-1)) ? person.Since : At(ended.AddYears(-1)),
        }
        : person;

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(9, 30), TimeSpan.Zero);
}
