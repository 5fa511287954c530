using System.CommandLine;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Restricts the processing of a person's data.</summary>
internal static class RestrictCommand
{
    private static readonly Option<string> Ground = new("--ground")
    {
        Description = "ACCURACY_CONTESTED, UNLAWFUL_PROCESSING, NEEDED_FOR_LEGAL_CLAIMS or OBJECTION_PENDING.",
        DefaultValueFactory = _ => "ACCURACY_CONTESTED",
    };

    public static Command Create() => AskingCommand.Create(
        "restrict",
        "Restricts a person's data: kept, and used for nothing else than the law allows.",
        [.. RequestOptions.Common, RequestOptions.Category, Ground],
        (hub, parsed, cancellationToken) => RequestRun.RunAsync(
            hub,
            parsed,
            RequestDocuments.Restrict,
            new
            {
                register = parsed.GetValue(RequestOptions.Register),
                header = RequestOptions.Header(parsed),
                scope = RequestOptions.Scope(parsed),
                ground = parsed.GetValue(Ground),
            },
            cancellationToken));
}
