using PersonalDataHub.LoadComparison.Measuring;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.LoadComparison;

/// <summary>The parts of the comparison, each with contenders of its own that end with it.</summary>
internal sealed class Comparison(Repository repository, Requests requests, Answers answers, Rounds rounds)
{
    /// <summary>How many persons the requests go round.</summary>
    public const int People = 100_000;

    public const string Hand = "hand";
    public const string Engine = "engine";

    /// <summary>Sources that answer at once within the process: what the engine itself costs. No register, as it would only hide the difference.</summary>
    public async Task<IReadOnlyList<Measured>> InProcessAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("Engine only …");
        await using var processes = new Processes(repository);
        Contender[] contenders =
        [
            new(Hand, await processes.StartAsync("HandWritten", [], cancellationToken), "/hand", requests.HandWritten),
            new(Engine, await processes.StartAsync("Engine", [], cancellationToken), "/graphql", requests.GraphQL),
        ];
        await answers.CompareAsync(contenders, cancellationToken);
        await rounds.WarmAsync(contenders, cancellationToken);
        return await rounds.MeasureAsync(contenders, [32], cancellationToken);
    }
}
