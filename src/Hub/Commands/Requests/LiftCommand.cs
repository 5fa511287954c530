using System.CommandLine;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Ends a restriction.</summary>
internal static class LiftCommand
{
    private static readonly Option<string> Restriction = new("--restriction") { Description = "The id of the request that restricted.", Required = true };
    private static readonly Option<string> ToldAt = new("--told-at") { Description = "When the person was told, ISO 8601.", Required = true };

    public static Command Create() => AskingCommand.Create(
        "lift",
        "Ends a restriction, after the person was told.",
        [.. RequestOptions.Common, Restriction, ToldAt],
        (hub, parsed, cancellationToken) => RequestRun.RunAsync(
            hub,
            parsed,
            RequestDocuments.Lift,
            new
            {
                register = parsed.GetValue(RequestOptions.Register),
                header = RequestOptions.Header(parsed),
                restriction = parsed.GetValue(Restriction),
                toldAt = parsed.GetValue(ToldAt),
            },
            cancellationToken));
}
