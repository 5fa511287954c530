using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.Calls;

/// <summary>The calls an ordinary customer happens to have with the customer service.</summary>
internal sealed class CallChance(int seed, DateTimeOffset now)
{
    public IReadOnlyList<DemoCall> Make(Who who)
    {
        var dice = new SeededDice(seed, who.Number, DiceAspect.Calls);
        var calls = new DemoCall[who.Plain ? 0 : dice.Pick([0, 0, 1, 1, 2, 3])];
        for (var index = 0; index < calls.Length; index++)
        {
            var start = LocalTime.Seconds(now.AddMinutes(-dice.Between(60, 700 * 24 * 60)));
            var incoming = dice.Percent(85);
            var customerId = !incoming || dice.Percent(85) ? who.CustomerId : "";
            calls[index] = new DemoCall(
                start, incoming, dice.Percent(60) ? Phones.National(who.Phone) : who.Phone, customerId,
                dice.Between(201, 219), dice.Between(3, 60), dice.Percent(92) ? dice.Between(15, 900) : 0);
        }

        return calls;
    }
}
