using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.Telecom.People;

namespace PersonalDataHub.DemoSources.Telecom;

/// <summary>Writes what the network knows of subscriptions: traffic data, and what services are barred.</summary>
/// <remarks>With many people only the first have any, so that the files stay small.</remarks>
internal sealed class NetworkSystems(SqliteFile traffic, SqliteFile barring, int seed, DateTimeOffset now)
{
    private const int People = 2_000;
    private const int MonthsPerBill = 3;
    private const int DaysToPay = 21;
    private static readonly string[] services = ["maksulliset palvelunumerot", "ulkomaanpuhelut", "mobiilidata ulkomailla"];

    public void Write(DemoPerson person)
    {
        if (person.Number > People || person.Billing is not { } billing)
        {
            return;
        }

        var dice = new SeededDice(seed, person.Number, DiceAspect.Traffic);
        foreach (var contract in billing.Contracts)
        {
            traffic.Add("subscriber", new { subscription = contract.Subscription, customer_id = person.CustomerId, taken_on = contract.StartedOn });
            for (var events = dice.Between(3, 9); events > 0; events--)
            {
                WriteEvent(billing, contract, dice);
            }

            if (person.CustomerId == AwkwardCases.ShownFirst || dice.Percent(12))
            {
                WriteBarring(person.CustomerId, contract, dice);
            }
        }
    }

    private void WriteEvent(BillingAccount billing, BillingContract contract, SeededDice dice)
    {
        var kind = dice.Pick(["call", "call", "sms", "data"]);
        var direction = dice.Percent(60) ? "outgoing" : "incoming";
        var otherNumber = kind == "data" ? null : Phones.Further(dice.Between(1, 900));
        var startedAt = LocalTime.Seconds(now.AddMinutes(-dice.Between(60, 100 * 24 * 60)));
        traffic.Add("traffic_event", new
        {
            subscription = contract.Subscription, kind, direction, other_number = otherNumber,
            started_at = startedAt, duration = kind == "sms" ? 0 : dice.Between(5, 1800),
            bytes = kind == "data" ? dice.Between(1_000, 900_000_000) : (int?)null, cell = $"FI-{dice.Between(100, 999)}",
            billed = kind != "data", due_on = kind == "data" ? null : DueOn(billing, startedAt),
        });
    }

    // A call stands on the first bill that is made after it; that of the period still running has no due date yet.
    private DateOnly? DueOn(BillingAccount billing, DateTimeOffset startedAt)
    {
        var day = DateOnly.FromDateTime(startedAt.UtcDateTime);
        if (billing.Invoices.FirstOrDefault(invoice => invoice.IssuedOn >= day) is { } made)
        {
            return made.DueOn;
        }

        var next = billing.Invoices.Max(invoice => invoice.IssuedOn);
        while (next < day)
        {
            next = next.AddMonths(MonthsPerBill);
        }

        return next > DateOnly.FromDateTime(now.UtcDateTime) ? null : next.AddDays(DaysToPay);
    }

    private void WriteBarring(string customerId, BillingContract contract, SeededDice dice)
    {
        var barredOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-dice.Between(20, 300));
        barring.Add("barring", new
        {
            customer_id = customerId, subscription = contract.Subscription, service = dice.Pick(services), reason = "asiakkaan pyyntö", barred_on = barredOn,
            lifted_on = dice.Percent(30) && customerId != AwkwardCases.ShownFirst ? barredOn.AddDays(15) : (DateOnly?)null, set_by = "agent05",
            updated_at = new DateTimeOffset(barredOn, new TimeOnly(8, 0), TimeSpan.Zero),
        });
    }
}
