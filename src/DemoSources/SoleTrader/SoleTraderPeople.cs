using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.SoleTrader;

/// <summary>The sole trader's customers, the awkward ones first.</summary>
internal sealed class SoleTraderPeople(DemoSourceOptions options)
{
    private static readonly (string, decimal)[] products = [("Verkkosivujen ylläpito", 75.00m), ("Mainoskampanja", 120.00m)];

    private readonly Individuals individuals = new(options, register: 5, awkward: SoleTraderCases.All.Count);

    public IReadOnlyList<Individual> Everyone { get => field ??= [.. individuals.Everyone()]; }

    public DateOnly Today => DateOnly.FromDateTime(options.Now.UtcDateTime);

    public SeededDice Dice(Individual person, DiceAspect aspect) => individuals.Dice(person, aspect);

    /// <summary>The last day of the customership; null while it is in force.</summary>
    public DateOnly? EndedOn(Individual person) => person.Id == SoleTraderCases.FormerContact ? Today.AddDays(-500) : null;

    /// <summary>Null for whoever was never billed.</summary>
    public BillingAccount? Account(Individual person)
    {
        if (person.Id == SoleTraderCases.AskedOnly)
        {
            return null;
        }

        var account = new BillingChance(options.Seed, options.Now, products).Make(person.Who, person.Home, person.Email, person.Since);
        account = EndedOn(person) is { } ended ? account.WithEnd(ended) : account;
        return person.Id == SoleTraderCases.OpenInvoice ? account.WithOpenInvoice() : account;
    }
}
