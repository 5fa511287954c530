using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PersonalDataHub.Hub.Registers.Notices.Lint;

namespace PersonalDataHub.Hub.Commands.Notices;

/// <summary>Findings as they are printed.</summary>
internal static class FindingText
{
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>One line each, in the form that editors make a link of: <c>file:line: severity: what. why. what to do. [kind]</c>.</summary>
    public static string Lines(IReadOnlyList<(string File, NoticeFinding Finding)> found)
    {
        var text = new StringBuilder();
        foreach (var (file, finding) in found)
        {
            var severity = Name(finding.Severity);
            text.Append($"{file}:{finding.Line}: {severity}: {finding.What}. {finding.Why}. {finding.Remedy}. [{finding.Kind}]\n");
        }

        return text.ToString();
    }

    public static string Json(IReadOnlyList<(string File, NoticeFinding Finding)> found) =>
        JsonSerializer.Serialize(
            found.Select(one => new
            {
                one.File,
                one.Finding.Line,
                Severity = Name(one.Finding.Severity),
                one.Finding.Kind,
                one.Finding.What,
                one.Finding.Why,
                one.Finding.Remedy,
            }),
            options) + "\n";

    private static string Name(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
