using PersonalDataHub.LoadComparison.Measuring;

namespace PersonalDataHub.LoadComparison.Parts;

/// <summary>Sources that answer at once within the process: what the engine itself costs. No register, as it would only hide the difference.</summary>
internal sealed class EngineOnly(Processes processes, Requests requests, Answers answers, Rounds rounds)
{
    public async Task<IReadOnlyList<Measured>> MeasureAsync(CancellationToken cancellationToken)
    {
        Contender[] contenders =
        [
            new(Names.Hand, await processes.StartAsync("HandWritten", [], cancellationToken), "/hand", requests.HandWritten),
            new(Names.Engine, await processes.StartAsync("Engine", [], cancellationToken), "/graphql", requests.GraphQL),
        ];
        await answers.CompareAsync(contenders, cancellationToken);
        await rounds.WarmAsync(contenders, cancellationToken);
        return await rounds.MeasureAsync(contenders, [32], cancellationToken);
    }
}
