using System.CommandLine;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Documents;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Commands.Notices;

/// <summary>Writes a document from a register's policy pack.</summary>
internal static class DocumentCommand
{
    public static Command Notice() => Create(DocumentKind.Notice, "write", "Writes the privacy notice (GDPR Art. 13 and 14) of a register from its policy pack.");

    public static Command Record() => new("record", "Writes the record of processing activities.")
    {
        Create(DocumentKind.Record, "write", "Writes the record of processing activities (GDPR Art. 30(1)) of a register from its policy pack."),
        Create(DocumentKind.Description, "description", "Writes the register description of the repealed Personal Data Act 523/1999."),
    };

    private static Command Create(DocumentKind kind, string name, string description)
    {
        var register = new Option<string>("--register") { Description = "The register's id: the name of its folder.", Required = true };
        var language = new Option<string>("--language") { Description = "fi or en.", DefaultValueFactory = _ => "fi" };
        var format = new Option<string>("--format") { Description = "md or html.", DefaultValueFactory = _ => "md" };
        var folder = new Option<string>("--config") { Description = "The configuration folder.", DefaultValueFactory = _ => "connectors-config" };
        language.AcceptOnlyFromAmong("fi", "en");
        format.AcceptOnlyFromAmong("md", "html");
        var command = new Command(name, description) { register, language, format, folder };
        command.SetAction(parsed => Run(
            kind, parsed.GetValue(folder)!, parsed.GetValue(register)!, parsed.GetValue(language)!, parsed.GetValue(format) == "html", Console.Out, Console.Error));
        return command;
    }

    public static int Run(DocumentKind kind, string folder, string register, string language, bool asHtml, TextWriter output, TextWriter errors)
    {
        var path = Path.Combine(folder, Path.GetFileName(register));
        if (!Directory.Exists(path))
        {
            errors.WriteLine($"{folder}: has no folder for this register; name one of its folders.");
            return NoticeCommand.Usage;
        }

        var mistakes = new MistakeList($"{Path.GetFileName(path)}/{RegisterReader.FileName}");
        var sources = Directory.EnumerateFiles(path, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(id => id != "register").ToList();
        if (new RegisterReader(Environment.GetEnvironmentVariable).Read(path, sources, mistakes) is { } read)
        {
            output.Write(RegisterDocuments.Write(read, kind, language, asHtml));
            return NoticeCommand.Clean;
        }

        foreach (var mistake in mistakes.Found)
        {
            errors.WriteLine(mistake);
        }

        return NoticeCommand.Usage;
    }
}
