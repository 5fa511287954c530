using System.Globalization;
using System.Text;
using PersonalDataHub.DemoSources.People;

namespace PersonalDataHub.DemoSources.Wellbeing;

/// <summary>Writes what the insurance company delivers of its insured: a first table, and the changes since.</summary>
internal sealed class InsuranceFeed(string directory, DateTimeOffset now)
{
    private const string Header = "policy;customer_number;family_name;street;post_code;city;insured;changed_on";
    private readonly List<string> first = [Header];
    private readonly List<string> changes = [Header];

    public void Add(Individual person)
    {
        var elsewhere = person.Id == WellbeingCases.InsuredElsewhere;
        first.Add(Row(person, person.Home, now.AddDays(-30)));
        if (elsewhere)
        {
            changes.Add(Row(person, new Home("Vakuutuskatu 5 A 1", "33100", "TAMPERE"), now.AddDays(-3)));
        }
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        await WriteAsync(first, now.AddDays(-28), cancellationToken);
        await WriteAsync(changes, now.AddDays(-2), cancellationToken);
    }

    private static string Row(Individual person, Home home, DateTimeOffset changed) => string.Create(
        CultureInfo.InvariantCulture,
        $"V{person.Who.Number:00000};{person.Id};{person.Who.FamilyName};{home.Street};{home.PostCode};{home.City};yes;{changed:dd.MM.yyyy}");

    private Task WriteAsync(List<string> lines, DateTimeOffset delivered, CancellationToken cancellationToken) => File.WriteAllTextAsync(
        Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"insured-{delivered:yyyy-MM-dd}.csv")),
        string.Concat(lines.Select(line => line + "\r\n")), Encoding.Latin1, cancellationToken);
}
