using System.CommandLine;

namespace PersonalDataHub.Hub.Commands;

/// <summary>What commands that ask a hub have in common: connect, ask, print, and an exit code that means something.</summary>
internal static class AskingCommand
{
    public static Command Create(
        string name, string description, IReadOnlyList<Option> options, Func<HubClient, ParseResult, CancellationToken, Task<int>> ask)
    {
        var command = new Command(name, description) { HubOptions.Hub, HubOptions.Key };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                await using var hub = await HubClient.ConnectAsync(parsed, cancellationToken).ConfigureAwait(false);
                return await ask(hub, parsed, cancellationToken).ConfigureAwait(false);
            }
            catch (HubRefusalException refusal)
            {
                await Console.Error.WriteLineAsync(refusal.Message).ConfigureAwait(false);
                return ExitCodes.Refused;
            }
            catch (Exception failure) when (HubStart.IsRefusal(failure))
            {
                await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
                return ExitCodes.Failed;
            }
        });
        return command;
    }
}
