using System.CommandLine;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Asks for something about all of a person's data, or about categories of it, on a ground of the law.</summary>
internal static class ScopedRequestCommand
{
    /// <summary>Plans an erasure, asks for approval, and shows it being carried out.</summary>
    public static Command Erase() => Create(
        "erase",
        "Erases a person's data at every source, after the plan is approved.",
        RequestDocuments.Erase,
        Ground(["NO_LONGER_NECESSARY", "CONSENT_WITHDRAWN", "OBJECTION", "UNLAWFUL_PROCESSING", "LEGAL_OBLIGATION", "CHILDS_ONLINE_SERVICE"]));

    /// <summary>Restricts the processing of a person's data.</summary>
    public static Command Restrict() => Create(
        "restrict",
        "Restricts a person's data: kept, and used for nothing else than the law allows.",
        RequestDocuments.Restrict,
        Ground(["ACCURACY_CONTESTED", "UNLAWFUL_PROCESSING", "NEEDED_FOR_LEGAL_CLAIMS", "OBJECTION_PENDING"]));

    private static Command Create(string name, string description, string document, Option<string> ground) => AskingCommand.Create(
        name,
        description,
        [.. RequestOptions.Common, RequestOptions.Category, ground],
        (hub, parsed, cancellationToken) => RequestRun.RunAsync(
            hub,
            parsed,
            document,
            new
            {
                register = parsed.GetValue(RequestOptions.Register),
                header = RequestOptions.Header(parsed),
                scope = RequestOptions.Scope(parsed),
                ground = parsed.GetValue(ground),
            },
            cancellationToken));

    private static Option<string> Ground(string[] grounds) => new("--ground")
    {
        Description = $"On what ground: {string.Join(", ", grounds)}.",
        DefaultValueFactory = _ => grounds[0],
    };
}
