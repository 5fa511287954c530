using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.Mail;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.SoleTrader;

/// <summary>Makes the systems of a marketing business that does not exist, run under a trade name.</summary>
public static class SoleTraderDemo
{
    /// <summary>Creates the folder with everything in it, or nothing at all.</summary>
    /// <returns>False when the folder exists already and was left as it is.</returns>
    public static Task<bool> CreateAsync(DemoSourceOptions options, CancellationToken cancellationToken) =>
        WholeFolder.CreateAsync(options.Directory, folder => FillAsync(folder, options, cancellationToken));

    private static async Task FillAsync(string folder, DemoSourceOptions options, CancellationToken cancellationToken)
    {
        var people = new SoleTraderPeople(options);
        await using (var file = await SqliteFile.CreateAsync(Path.Combine(folder, "contacts.db"), "trader-contacts.sql", cancellationToken))
        {
            var contacts = new TraderContacts(file, people);
            foreach (var person in people.Everyone)
            {
                contacts.Write(person, people.Dice(person, DiceAspect.Crm));
            }

            await file.CommitAsync(cancellationToken);
        }

        await BillingFile.WriteAsync(
            Path.Combine(folder, "billing.db"),
            people.Everyone.Select(person => (person.Id, Account: people.Account(person))).Where(one => one.Account is not null).Select(one => (one.Id, one.Account!)),
            cancellationToken);
        var messages = new FormMessages(new MaildirWriter(Path.Combine(folder, "mail", "contact-form")), options.Now);
        foreach (var person in people.Everyone)
        {
            messages.Write(person, people.Dice(person, DiceAspect.Mail));
        }

        messages.WriteUnanswerable();
        await new StatisticsExport(Path.Combine(folder, "statistics"), options.Seed, options.Now).WriteAsync(
            ["/", "/palvelut", "/referenssit", "/yhteys", "/blogi"], withDemographics: false, cancellationToken);
    }
}
