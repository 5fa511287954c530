using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.Papers;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.SocialCare;

/// <summary>Makes the systems of a regional social-care company that does not exist.</summary>
public static class SocialCareDemo
{
    /// <summary>Creates the folder with everything in it, or nothing at all.</summary>
    /// <returns>False when the folder exists already and was left as it is.</returns>
    public static Task<bool> CreateAsync(DemoSourceOptions options, CancellationToken cancellationToken) =>
        WholeFolder.CreateAsync(options.Directory, folder => FillAsync(folder, options, cancellationToken));

    private static async Task FillAsync(string folder, DemoSourceOptions options, CancellationToken cancellationToken)
    {
        var people = new SocialCarePeople(options);
        await using (var file = await SqliteFile.CreateAsync(Path.Combine(folder, "clients.db"), "care-clients.sql", cancellationToken))
        {
            var clients = new CareClients(file, people);
            foreach (var person in people.Everyone)
            {
                clients.Write(person, people.Dice(person, DiceAspect.Crm));
            }

            await file.CommitAsync(cancellationToken);
        }

        await using (var file = await SqliteFile.CreateAsync(Path.Combine(folder, "cases.db"), "care-cases.sql", cancellationToken))
        {
            var cases = new CareCases(file, people);
            foreach (var person in people.Everyone.Where(people.IsInCaseSystem))
            {
                cases.Write(person, people.Dice(person, DiceAspect.Cases));
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
        var papers = new PaperIndex(Path.Combine(folder, "paper"));
        foreach (var person in people.Everyone.Where(person => person.Who.Plain || person.Place % 4 == 0))
        {
            var since = DateOnly.FromDateTime(person.Since.UtcDateTime);

            // What was signed lately lies on the desk, not yet put away.
            papers.Add(person.Id, "service agreement", since, people.EndedOn(person), person.Place % 5 == 0 ? null : since.AddDays(2));
        }

        await papers.WriteAsync(cancellationToken);
        await new StatisticsExport(Path.Combine(folder, "statistics"), options.Seed, options.Now).WriteAsync(people.Pages, withDemographics: true, cancellationToken);
    }
}
