using Microsoft.Data.Sqlite;
using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.RegistrantLookup;

/// <summary>Reads from the demo operator's systems who can be asked for.</summary>
internal static class People
{
    private const string Everybody = """
        select customer.customer_id, customer.identity_code, min(email.address), min(contract.subscription)
        from customer
        join email on email.customer_id = customer.customer_id
        join billing.account on account.customer_id = customer.customer_id
        join billing.contract on contract.account_id = account.account_id
        where customer.identity_code is not null and contract.subscription is not null
        group by customer.customer_id
        """;

    /// <summary>Everybody with an identity of every kind, in an order that the seed gives.</summary>
    public static IReadOnlyList<Person> Read(string telecom, int seed)
    {
        var visitors = File.ReadLines(Path.Combine(telecom, TelecomDemo.WebLogsFolder, "visitor-links.csv"))
            .Select(line => line.Split(','))
            .Where(link => link[3] == "granted")
            .ToLookup(link => link[1], link => link[0]);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(telecom, TelecomDemo.CrmFile)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "attach $billing as billing";
        command.Parameters.AddWithValue("$billing", Path.Combine(telecom, TelecomDemo.BillingFile));
        command.ExecuteNonQuery();
        command.CommandText = Everybody;
        using var rows = command.ExecuteReader();
        var people = new List<Person>();
        while (rows.Read())
        {
            var customer = rows.GetString(0);
            people.Add(new Person(customer, rows.GetString(1), rows.GetString(2), rows.GetString(3), visitors[customer].FirstOrDefault()));
        }

        // The awkward cases are the same few in every size; here the ordinary people count.
        var ordinary = people.Where(person => AwkwardCases.All.All(item => item.CustomerId != person.CustomerId)).ToArray();
        new Random(seed).Shuffle(ordinary);
        return ordinary;
    }
}
