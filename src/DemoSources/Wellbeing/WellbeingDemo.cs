using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Calls;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.Papers;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Wellbeing;

/// <summary>Makes the systems of an occupational well-being company that does not exist.</summary>
public static class WellbeingDemo
{
    /// <summary>Creates the folder with everything in it, or nothing at all.</summary>
    /// <returns>False when the folder exists already and was left as it is.</returns>
    public static Task<bool> CreateAsync(DemoSourceOptions options, CancellationToken cancellationToken) =>
        WholeFolder.CreateAsync(options.Directory, folder => FillAsync(folder, options, cancellationToken));

    private static async Task FillAsync(string folder, DemoSourceOptions options, CancellationToken cancellationToken)
    {
        var people = new WellbeingPeople(options);
        await WriteCrmAsync(Path.Combine(folder, "crm.db"), people, options, cancellationToken);
        await BillingFile.WriteAsync(
            Path.Combine(folder, "billing.db"), people.Everyone.Select(person => (person.Id, people.Account(person))), cancellationToken);
        var recordings = new RecordingsWriter(Path.Combine(folder, "recordings"));
        var webLogs = new WebLogsWriter(Path.Combine(folder, "weblogs"), options.Now, "login");
        foreach (var person in people.Everyone)
        {
            recordings.Add(people.Calls(person));
            if (people.Visitor(person) is { } visitor)
            {
                webLogs.Add(person.Id, visitor);
            }
        }

        var papers = new PaperIndex(Path.Combine(folder, "paper"));
        foreach (var person in people.Everyone.Where(person => person.Who.Plain || person.Place % 6 == 0))
        {
            var since = DateOnly.FromDateTime(person.Since.UtcDateTime);
            papers.Add(person.Id, "contract", since, DateOnly.FromDateTime(person.LastSeen.UtcDateTime), since.AddDays(3));
        }

        await papers.WriteAsync(cancellationToken);
        var insurance = new InsuranceFeed(Path.Combine(folder, "insurance"), options.Now);
        foreach (var person in people.Everyone.Where(person => person.Who.Plain || person.Place % 3 == 0))
        {
            insurance.Add(person);
        }

        await insurance.WriteAsync(cancellationToken);
        await recordings.WriteAsync(cancellationToken);
        await webLogs.WriteAsync(cancellationToken);
    }

    private static async Task WriteCrmAsync(
        string path, WellbeingPeople people, DemoSourceOptions options, CancellationToken cancellationToken)
    {
        await using var file = await SqliteFile.CreateAsync(path, "wellbeing-crm.sql", cancellationToken);
        var crm = new WellbeingCrm(file, options.Now);
        foreach (var (place, person) in people.Everyone.Index())
        {
            crm.Write(person, people.Dice(person, DiceAspect.Crm));
            if (person.Id is WellbeingCases.InTwoRegisters or WellbeingCases.NamesNextOfKin || place % 7 == 6)
            {
                crm.WriteNextOfKin(person, people.Everyone[(place + 1) % people.Everyone.Count]);
            }
        }

        await file.CommitAsync(cancellationToken);
    }
}
