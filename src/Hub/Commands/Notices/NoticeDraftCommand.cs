using System.CommandLine;
using PersonalDataHub.Hub.Registers.Notices;
using PersonalDataHub.Hub.Registers.Notices.Drafting;

namespace PersonalDataHub.Hub.Commands.Notices;

/// <summary>Drafts a policy pack from a notice.</summary>
internal static class NoticeDraftCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "A privacy notice, Finnish or English, as .txt, .md or .html." };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Where to write the draft, connectors-config/<register>/register.yaml; default: print it. A file that exists is not overwritten.",
    };

    private static readonly Option<string?> Register = new("--register")
    {
        Description = "The register's id; default: the name of the output's folder, or of the notice's file.",
    };

    public static Command Create()
    {
        var command = new Command("draft", "Drafts a policy pack from a privacy notice; gaps are marked MISSING.") { File, Output, Register };
        command.SetAction(parsed => Run(parsed.GetValue(File)!, parsed.GetValue(Output), parsed.GetValue(Register), Console.Out, Console.Error));
        return command;
    }

    public static int Run(string file, string? output, string? register, TextWriter printed, TextWriter errors)
    {
        try
        {
            var folder = output is null ? null : Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(output)));
            var draft = PackDraft.Write(NoticeReader.Read(file), NoticeItems.IdOf(register ?? folder ?? Path.GetFileNameWithoutExtension(file)), Path.GetFileName(file));
            if (output is null)
            {
                printed.Write(draft);
                return NoticeCommand.Clean;
            }

            using var stream = new FileStream(output, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(draft);
            return NoticeCommand.Clean;
        }
        catch (NoticeUnreadableException exception)
        {
            errors.WriteLine($"{file}: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{output}: cannot be written ({exception.GetType().Name}); name a new file in a folder that exists.");
        }

        return NoticeCommand.Usage;
    }
}
