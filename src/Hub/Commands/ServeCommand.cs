using System.CommandLine;
using PersonalDataHub.Hub.Demo;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Starts the hub and serves until it is stopped.</summary>
internal static class ServeCommand
{
    public static Option<int> People { get; } = new("--people")
    {
        Description = "How many artificial people the demo telecom operator has when its sources are made (Development only).",
        DefaultValueFactory = _ => 200,
    };

    public static Option<int> Seed { get; } = new("--seed")
    {
        Description = "The seed of the demo sources: the same seed makes the same people.",
        DefaultValueFactory = _ => 42,
    };

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            await using var hub = HubApplication.Build([.. parsed.UnmatchedTokens]);
            var options = new DemoOptions(parsed.GetValue(People), parsed.GetValue(Seed));
            await HubStart.StartAsync(hub, options, cancellationToken).ConfigureAwait(false);
            await Welcome.PrintAsync(hub, Console.Out, cancellationToken).ConfigureAwait(false);
            await hub.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return ExitCodes.Done;
        }
        catch (Exception refusal) when (HubStart.IsRefusal(refusal))
        {
            await Console.Error.WriteLineAsync(refusal.Message).ConfigureAwait(false);
            return ExitCodes.Failed;
        }
    }
}
