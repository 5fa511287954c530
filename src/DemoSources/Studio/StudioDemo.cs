using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Studio;

/// <summary>Makes the systems of a well-being studio that does not exist, run by one person.</summary>
public static class StudioDemo
{
    /// <summary>Creates the folder with everything in it, or nothing at all.</summary>
    /// <returns>False when the folder exists already and was left as it is.</returns>
    public static Task<bool> CreateAsync(DemoSourceOptions options, CancellationToken cancellationToken) =>
        WholeFolder.CreateAsync(options.Directory, folder => FillAsync(folder, options, cancellationToken));

    private static async Task FillAsync(string folder, DemoSourceOptions options, CancellationToken cancellationToken)
    {
        var people = new StudioPeople(options);
        await using (var file = await SqliteFile.CreateAsync(Path.Combine(folder, "orders.db"), "studio-orders.sql", cancellationToken))
        {
            var orders = new StudioOrders(file, options.Now);
            foreach (var person in people.Everyone)
            {
                orders.Write(person, people.Dice(person, DiceAspect.Crm));
            }

            await file.CommitAsync(cancellationToken);
        }

        await BillingFile.WriteAsync(
            Path.Combine(folder, "billing.db"), people.Everyone.Select(person => (person.Id, people.Account(person))), cancellationToken);
        var webLogs = new WebLogsWriter(Path.Combine(folder, "weblogs"), options.Now, "form");
        foreach (var person in people.Everyone)
        {
            if (people.Visitor(person) is { } visitor)
            {
                webLogs.Add(person.Id, visitor);
            }
        }

        await webLogs.WriteAsync(cancellationToken);
        await new StatisticsExport(Path.Combine(folder, "statistics"), options.Seed, options.Now).WriteAsync(people.Pages, withDemographics: true, cancellationToken);
    }
}
