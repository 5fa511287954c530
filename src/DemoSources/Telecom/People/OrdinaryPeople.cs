using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Calls;
using PersonalDataHub.DemoSources.People;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>Makes a customer about whom nothing is special.</summary>
/// <param name="seed">What chance starts from.</param>
/// <param name="now">The latest time that anything can have.</param>
internal sealed class OrdinaryPeople(int seed, DateTimeOffset now)
{
    /// <param name="number">The person's place, counted from 1.</param>
    /// <param name="customerId">The customer number.</param>
    /// <param name="plain">
    /// True for a person who is about to be made awkward: in both databases, all paid, no calls or visits of chance.
    /// </param>
    public DemoPerson Make(int number, string customerId, bool plain)
    {
        var dice = new SeededDice(seed, number, DiceAspect.Person);
        var (birthDate, code) = IdentityCodes.For(seed, number, dice);
        var who = new Who(
            number, customerId, Names.GivenName(dice), Names.FamilyName(dice), birthDate, code, Phones.Of(number), plain);
        var address = Names.Address(dice);
        var home = new CrmAddress(address.Street, address.PostCode, address.City, now.AddDays(-dice.Between(30, 900)));
        var email = Names.Email(who.GivenName, who.FamilyName, number, dice);
        var since = LocalTime.Seconds(now.AddDays(-dice.Between(700, 2500)).AddMinutes(-dice.Below(600)));
        var place = plain ? 50 : dice.Below(100);
        return new DemoPerson
        {
            Number = number,
            CustomerId = customerId,
            Crm = place < 3 ? null : new CrmChance(seed, now).Make(who, home, email, since),
            Billing = place > 96 ? null : new BillingChance(seed, now, Offers.Products).Make(who, Home.Of(address), email, since),
            Calls = new CallChance(seed, now).Make(who),
            Visitor = new VisitChance(seed, now, Offers.Pages).Make(who),
        };
    }
}
