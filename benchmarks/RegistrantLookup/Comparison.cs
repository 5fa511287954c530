using System.Text.Json;

namespace PersonalDataHub.RegistrantLookup;

/// <summary>Asks two hubs the same questions, one request at a time and turn by turn, so that a busy machine slows both.</summary>
internal sealed class Comparison(HubProcess small, HubProcess large, int seed)
{
    private const int PeopleAtMost = 100;
    private const int WarmingRoundsAtMost = 10;

    private readonly IReadOnlyList<Person> smallPeople = People.Read(small.Telecom, seed);
    private readonly IReadOnlyList<Person> largePeople = People.Read(large.Telecom, seed);

    /// <summary>Asks until everybody who will be asked for is known, every index is built and everything is compiled.</summary>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        for (var round = 1; (await MeasureAsync(1, cancellationToken)).Any(measurement => measurement.Incomplete > 0) || round < 2; round++)
        {
            if (round == WarmingRoundsAtMost)
            {
                throw new InvalidOperationException("The hubs still do not find everybody; is a source out of order, or the machine too busy?");
            }
        }
    }

    /// <summary>Asks every question at least <paramref name="requests"/> times of each hub, in rounds over its people.</summary>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync(int requests, CancellationToken cancellationToken)
    {
        var measurements = Question.All.Select(question => new Measurement(question)).ToList();
        while (measurements.Where(measurement => measurement.Small.Count < requests).ToList() is { Count: > 0 } unfinished)
        {
            foreach (var measurement in unfinished)
            {
                await RoundAsync(measurement, Who(measurement.Question, smallPeople), Who(measurement.Question, largePeople), cancellationToken);
            }
        }

        return measurements;
    }

    /// <summary>Asks once for people who have not been asked for yet.</summary>
    public async Task<Measurement> MeasureFirstTimeAsync(CancellationToken cancellationToken)
    {
        var measurement = new Measurement(Question.FirstTime);
        var asked = (Small: AskedFor(smallPeople), Large: AskedFor(largePeople));
        await RoundAsync(measurement, [.. smallPeople.Except(asked.Small)], [.. largePeople.Except(asked.Large)], cancellationToken);
        return measurement;
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
                await AskAsync(small, measurement, measurement.Small, one, cancellationToken);
                await AskAsync(large, measurement, measurement.Large, other, cancellationToken);
            }
            else
            {
                await AskAsync(large, measurement, measurement.Large, other, cancellationToken);
                await AskAsync(small, measurement, measurement.Small, one, cancellationToken);
            }
        }
    }

    private static async Task AskAsync(
        HubProcess hub, Measurement measurement, List<double> times, Person person, CancellationToken cancellationToken)
    {
        var question = measurement.Question;
        var (took, data) = await hub.AskAsync(question.Operation, new { by = question.KeyOf(person) }, cancellationToken);
        var search = data.GetProperty("findRegistrant");
        var found = search.GetProperty("registrant").ValueKind == JsonValueKind.Object;
        times.Add(took.TotalMilliseconds);
        measurement.Incomplete += search.GetProperty("conclusive").GetBoolean() && (found || !question.FindsPerson) ? 0 : 1;
    }
}
