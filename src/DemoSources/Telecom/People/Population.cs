namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>The operator's customers, made one by one: nobody is kept, so there can be many.</summary>
internal sealed class Population(int people, int seed, DateTimeOffset now)
{
    private const int FirstCustomerNumber = 10_001;
    private const int Least = 22;
    private const int Most = 1_000_000;

    private readonly OrdinaryPeople ordinary = new(seed, now);
    private readonly AwkwardPeople awkward = new(now);

    public IEnumerable<DemoPerson> Everyone()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, Most);
        for (var number = 1; number <= people; number++)
        {
            var customerId = (FirstCustomerNumber + number - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return awkward.Adjust(ordinary.Make(number, customerId, plain: number <= Least));
        }
    }
}
