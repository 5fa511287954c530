using System.Globalization;

namespace PersonalDataHub.DemoSources.People;

/// <summary>The people of a small register. Nobody is in two registers by chance.</summary>
/// <param name="options">How many, and of which time.</param>
/// <param name="register">The register's place among the registers, from 2 to 8; its customer numbers begin with it.</param>
/// <param name="awkward">How many of the first are made awkward afterwards, hence plain.</param>
internal sealed class Individuals(DemoSourceOptions options, int register, int awkward)
{
    // The telecom operator may have a million people before these.
    private const int FirstCode = 1_100_000;

    public IEnumerable<Individual> Everyone()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.People, 12);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.People, 900);
        return Enumerable.Range(1, options.People).Select(Make);
    }

    /// <summary>Dice of a person for a part of them.</summary>
    public SeededDice Dice(Individual person, DiceAspect aspect) => new(options.Seed, person.Who.Number, aspect);

    private Individual Make(int place)
    {
        var number = (register * 1_000) + place;
        var dice = new SeededDice(options.Seed, FirstCode + number, DiceAspect.Person);
        var (birthDate, code) = IdentityCodes.For(options.Seed, FirstCode + number, dice);
        var customer = ((register * 10_000) + place).ToString(CultureInfo.InvariantCulture);
        var who = new Who(
            number, customer, Names.GivenName(dice), Names.FamilyName(dice), birthDate, code, Phones.Of(number), Plain: place <= awkward);
        return new()
        {
            Place = place,
            Who = who,
            Home = Home.Of(Names.Address(dice)),
            Email = Names.Email(who.GivenName, who.FamilyName, number, dice),
            Since = LocalTime.Seconds(options.Now.AddDays(-dice.Between(700, 1500)).AddMinutes(-dice.Below(600))),
            LastSeen = LocalTime.Seconds(options.Now.AddDays(-dice.Between(5, 300)).AddMinutes(-dice.Below(600))),
        };
    }
}
