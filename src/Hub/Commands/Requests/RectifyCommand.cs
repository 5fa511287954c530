using System.CommandLine;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Corrects a value wherever it stands.</summary>
internal static class RectifyCommand
{
    private static readonly Option<string[]> Target = new("--target")
    {
        Description = "REF:TAG of a value as 'registrant' or a query gave them; may stand several times.",
        Required = true,
    };

    private static readonly Option<string> Defect = new("--defect")
    {
        Description = "WRONG, OUTDATED, INCOMPLETE or UNNECESSARY.",
        DefaultValueFactory = _ => "WRONG",
    };

    private static readonly Option<string> Ground = new("--ground") { Description = "On what ground; no personal data.", Required = true };

    public static Command Create() => AskingCommand.Create(
        "rectify",
        "Corrects a value at its sources; the right text is read from standard input, an empty line removes the value.",
        [.. RequestOptions.Common, Target, Defect, Ground],
        RunAsync);

    private static async Task<int> RunAsync(HubClient hub, ParseResult parsed, CancellationToken cancellationToken)
    {
        // Not an option: command lines are seen by everybody on the machine and stay in the shell's history.
        var text = await Console.In.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        var correction = new
        {
            targets = parsed.GetValue(Target)!.Select(TargetOf),
            defect = parsed.GetValue(Defect),
            newValue = string.IsNullOrEmpty(text) ? null : new { text },
            ground = parsed.GetValue(Ground),
        };
        return await RequestRun.RunAsync(
            hub,
            parsed,
            RequestDocuments.Rectify,
            new { register = parsed.GetValue(RequestOptions.Register), header = RequestOptions.Header(parsed), corrections = new[] { correction } },
            cancellationToken).ConfigureAwait(false);
    }

    private static object TargetOf(string target) => target.Split(':') is [var id, var tag]
        ? new { @ref = id, expectedTag = tag }
        : throw new HubRefusalException($"A target is REF:TAG, with one colon; '{target}' is not.");
}
