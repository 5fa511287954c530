using System.CommandLine;
using PersonalDataHub.Hub.Registers.Notices;
using PersonalDataHub.Hub.Registers.Notices.Lint;

namespace PersonalDataHub.Hub.Commands.Notices;

/// <summary>Says what is wrong with a notice, where, why and what to do.</summary>
internal static class NoticeLintCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Privacy notices, Finnish or English, as .txt, .md or .html.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the findings as JSON." };

    public static Command Create()
    {
        var command = new Command("lint", "Says what is wrong with a privacy notice: 0 nothing, 1 errors found, 2 a file cannot be read.") { Files, Json };
        command.SetAction(parsed => Run(parsed.GetValue(Files)!, parsed.GetValue(Json), TimeProvider.System, Console.Out, Console.Error));
        return command;
    }

    /// <summary>Checks each file; what cannot be read is told and the others are checked all the same.</summary>
    public static int Run(IReadOnlyList<string> files, bool asJson, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var found = new List<(string File, NoticeFinding Finding)>();
        var isUnreadable = false;
        foreach (var file in files)
        {
            try
            {
                found.AddRange(NoticeLint.Check(NoticeReader.Read(file), today).Select(finding => (file, finding)));
            }
            catch (NoticeUnreadableException exception)
            {
                errors.WriteLine($"{file}: {exception.Message}");
                isUnreadable = true;
            }
        }

        output.Write(asJson ? FindingText.Json(found) : FindingText.Lines(found));
        return isUnreadable ? NoticeCommand.Usage
            : found.Exists(one => one.Finding.Severity == FindingSeverity.Error) ? NoticeCommand.Found
            : NoticeCommand.Clean;
    }
}
