using System.Text.Json;

namespace PersonalDataHub.RegistrantLookup;

/// <summary>Asks two hubs the same questions, one request at a time and turn by turn, so that a busy machine slows both.</summary>
internal sealed class Comparison(HubProcess small, HubProcess large, int seed)
{
    private const int PeopleAtMost = 100;

    private readonly IReadOnlyList<Person> smallPeople = People.Read(small.Telecom, seed);
    private readonly IReadOnlyList<Person> largePeople = People.Read(large.Telecom, seed);

    /// <summary>Asks until everybody who will be asked for is known, every index is built and everything is compiled.</summary>
    public async Task WarmAsync(int rounds, CancellationToken cancellationToken) => _ = await MeasureAsync(rounds, 1, cancellationToken);

    /// <summary>Asks every question at least <paramref name="requests"/> times of each hub, in rounds over its people.</summary>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync(int requests, CancellationToken cancellationToken) =>
        await MeasureAsync(1, requests, cancellationToken);

    /// <summary>Asks once for people who have not been asked for yet.</summary>
    public async Task<Measurement> MeasureFirstTimeAsync(CancellationToken cancellationToken)
    {
        var measurement = new Measurement(Question.FirstTime);
        var asked = (Small: AskedFor(smallPeople), Large: AskedFor(largePeople));
        await RoundAsync(measurement, [.. smallPeople.Except(asked.Small)], [.. largePeople.Except(asked.Large)], cancellationToken);
        return measurement;
    }

    private async Task<IReadOnlyList<Measurement>> MeasureAsync(int rounds, int requests, CancellationToken cancellationToken)
    {
        var measurements = Question.All.Select(question => new Measurement(question)).ToList();
        while (rounds-- > 0 || measurements.Any(measurement => measurement.Small.Count < requests))
        {
            foreach (var measurement in measurements)
            {
                await RoundAsync(measurement, Who(measurement.Question, smallPeople), Who(measurement.Question, largePeople), cancellationToken);
            }
        }

        return measurements;
    }

    private static IReadOnlyList<Person> Who(Question question, IReadOnlyList<Person> people) =>
        [.. people.Where(person => question.KeyOf(person) is not null).Take(PeopleAtMost)];

    private static HashSet<Person> AskedFor(IReadOnlyList<Person> people) => [.. Question.All.SelectMany(question => Who(question, people))];

    // As many people of each: whom a hub knows already, and how often it was asked, must not differ.
    private async Task RoundAsync(
        Measurement measurement, IReadOnlyList<Person> fewer, IReadOnlyList<Person> more, CancellationToken cancellationToken)
    {
        foreach (var (index, (one, other)) in fewer.Zip(more.Take(PeopleAtMost)).Index())
        {
            if (index % 2 == 0)
            {
                measurement.Small.Add(await AskAsync(small, measurement.Question, one, cancellationToken));
                measurement.Large.Add(await AskAsync(large, measurement.Question, other, cancellationToken));
            }
            else
            {
                measurement.Large.Add(await AskAsync(large, measurement.Question, other, cancellationToken));
                measurement.Small.Add(await AskAsync(small, measurement.Question, one, cancellationToken));
            }
        }
    }

    private static async Task<double> AskAsync(HubProcess hub, Question question, Person person, CancellationToken cancellationToken)
    {
        var (took, data) = await hub.AskAsync(question.Operation, new { by = question.KeyOf(person) }, cancellationToken);
        var search = data.GetProperty("findRegistrant");
        var found = search.GetProperty("registrant").ValueKind == JsonValueKind.Object;
        return search.GetProperty("conclusive").GetBoolean() && (found || !question.FindsPerson)
            ? took.TotalMilliseconds
            : throw new InvalidOperationException($"The hub of {hub.People} people did not find one by {question.Name}; a wrong answer's time counts for nothing.");
    }
}
