using System.CommandLine;

namespace PersonalDataHub.Hub.Commands.Storage;

/// <summary>What commands about the hub's database have in common: settings as a hub reads them, and refusals as messages.</summary>
internal static class StorageCommand
{
    /// <summary>A command that owns the data directory: on a hub that is put together and not started. Where one runs it is refused.</summary>
    public static void RunAlone(Command command, Func<WebApplication, ParseResult, CancellationToken, Task> work) => Run(command, async (parsed, cancellationToken) =>
    {
        await using var hub = HubApplication.Build([.. parsed.UnmatchedTokens, "--Logging:LogLevel:Default=Warning"]);
        await work(hub, parsed, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>A command that may stand beside a running hub.</summary>
    public static void RunBeside(Command command, Func<IConfiguration, string, ParseResult, CancellationToken, Task> work) => Run(command, (parsed, cancellationToken) =>
    {
        var builder = WebApplication.CreateBuilder([.. parsed.UnmatchedTokens]);
        return work(builder.Configuration, HubDirectories.From(builder.Configuration, builder.Environment.ContentRootPath).DataDirectory, parsed, cancellationToken);
    });

    private static void Run(Command command, Func<ParseResult, CancellationToken, Task> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                await work(parsed, cancellationToken).ConfigureAwait(false);
                return ExitCodes.Done;
            }
            catch (Exception refusal) when (HubStart.IsRefusal(refusal))
            {
                await Console.Error.WriteLineAsync(refusal.Message).ConfigureAwait(false);
                return ExitCodes.Failed;
            }
        });
    }
}
