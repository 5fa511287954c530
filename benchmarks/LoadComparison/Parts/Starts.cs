using System.Diagnostics;
using PersonalDataHub.LoadComparison.Measuring;
using PersonalDataHub.PersonView.Register;

namespace PersonalDataHub.LoadComparison.Parts;

/// <summary>From the start of a process to its first whole answer.</summary>
internal sealed class Starts(Processes processes, Requests requests, Answers answers)
{
    private const int Times = 7;

    /// <returns>Milliseconds of the hand-written service and of the library, each started in turn.</returns>
    public async Task<(Spread Hand, Spread Engine)> MeasureAsync(CancellationToken cancellationToken)
    {
        var register = requests.NewFile("starts.db");
        RegisterFile.Create(register, Requests.People);
        var sources = await processes.StartAsync("Sources", [], cancellationToken);
        string[] options = [$"--sources={sources.Address}", $"--register={register}"];
        List<double> hand = [], engine = [];
        for (var time = 0; time < Times; time++)
        {
            hand.Add(await StartAsync("HandWritten", "/hand", requests.HandWritten));
            engine.Add(await StartAsync("Engine", "/graphql", requests.GraphQL));
        }

        return (Spread.Of(hand, one => one), Spread.Of(engine, one => one));

        async Task<double> StartAsync(string project, string path, string body)
        {
            var started = Stopwatch.GetTimestamp();
            await using var process = await processes.StartAloneAsync(project, options, cancellationToken);
            await answers.AskAsync(new(project, process, path, body), Requests.People, cancellationToken);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    }
}
