using System.Globalization;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.Billing;

/// <summary>What billing happens to hold of an ordinary customer.</summary>
/// <param name="seed">What chance starts from.</param>
/// <param name="now">The latest time that anything can have.</param>
/// <param name="products">What is sold, each with its monthly price in euros.</param>
internal sealed class BillingChance(int seed, DateTimeOffset now, IReadOnlyList<(string Name, decimal Monthly)> products)
{
    public BillingAccount Make(Who who, Home home, string email, DateTimeOffset since)
    {
        var dice = new SeededDice(seed, who.Number, DiceAspect.Billing);
        var accountId = (700_000 + who.Number).ToString(CultureInfo.InvariantCulture);
        var moved = !who.Plain && dice.Percent(5);
        var elsewhere = moved ? Home.Of(Names.Address(dice)) : home;
        var product = dice.Pick(products);
        var started = DateOnly.FromDateTime(since.UtcDateTime);
        var ended = !who.Plain && dice.Percent(15);
        var invoices = Invoices(accountId, product.Name, product.Monthly, dice);
        if (!who.Plain && dice.Percent(10))
        {
            invoices[^1] = invoices[^1] with { PaidOn = null };
        }

        return new BillingAccount
        {
            AccountId = accountId,
            FamilyName = who.FamilyName,
            GivenNames = who.GivenName,
            IdentityCode = who.IdentityCode,
            Email = email,
            Street = elsewhere.Street,
            PostCode = elsewhere.PostCode,
            City = elsewhere.City,
            CreatedAt = since,
            UpdatedAt = LocalTime.Seconds(now.AddDays(-dice.Between(1, 400)).AddMinutes(-dice.Below(900))),
            Contracts =
            [
                new BillingContract(
                    $"C{accountId}", product.Name, $"L{accountId}", started,
                    ended ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(-dice.Between(10, 200)) : null, since),
            ],
            Invoices = invoices,
        };
    }

    /// <summary>The last quarters' invoices, oldest first, all paid.</summary>
    private List<BillingInvoice> Invoices(string accountId, string product, decimal monthly, SeededDice dice)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var invoices = new List<BillingInvoice>();
        for (var quarters = dice.Between(2, 4); quarters >= 1; quarters--)
        {
            var issued = new DateOnly(today.Year, today.Month, 1).AddMonths(-3 * quarters).AddDays(4);
            var due = issued.AddDays(21);
            var rows = new List<BillingRow> { new(product, 3, monthly) };
            if (dice.Percent(50))
            {
                rows.Add(new BillingRow("Puhelut, minuuttia", dice.Between(1, 4000) / 10m, 0.09m));
            }

            var number = $"{issued:yyyyMM}{accountId}";
            invoices.Add(new BillingInvoice($"I{number}", number, issued, due, due.AddDays(-dice.Between(0, 9)), rows));
        }

        return invoices;
    }
}
