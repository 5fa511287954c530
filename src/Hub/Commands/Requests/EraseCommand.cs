using System.CommandLine;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Plans an erasure, asks for approval, and shows it being carried out.</summary>
internal static class EraseCommand
{
    private static readonly Option<string> Ground = new("--ground")
    {
        Description = "NO_LONGER_NECESSARY, CONSENT_WITHDRAWN, OBJECTION, UNLAWFUL_PROCESSING, LEGAL_OBLIGATION or CHILDS_ONLINE_SERVICE.",
        DefaultValueFactory = _ => "NO_LONGER_NECESSARY",
    };

    public static Command Create() => AskingCommand.Create(
        "erase",
        "Erases a person's data at every source, after the plan is approved.",
        [.. RequestOptions.Common, RequestOptions.Category, Ground],
        (hub, parsed, cancellationToken) => RequestRun.RunAsync(
            hub,
            parsed,
            RequestDocuments.Erase,
            new
            {
                register = parsed.GetValue(RequestOptions.Register),
                header = RequestOptions.Header(parsed),
                scope = RequestOptions.Scope(parsed),
                ground = parsed.GetValue(Ground),
            },
            cancellationToken));
}
