using System.Text.RegularExpressions;

namespace PersonalDataHub.Hub.Registers.Yaml;

/// <summary>Puts environment variables in the place of <c>${NAME}</c> and <c>${NAME:-default}</c>; <c>$${</c> is a literal <c>${</c>.</summary>
internal static partial class EnvironmentReferences
{
    /// <summary>The text with its references resolved; names without value and without default are added to <paramref name="missing"/>.</summary>
    public static string Resolve(string text, Func<string, string?> environment, ICollection<string> missing) =>
        text.Contains("${", StringComparison.Ordinal)
            ? Reference().Replace(text, match => Replace(match, environment, missing))
            : text;

    private static string Replace(Match match, Func<string, string?> environment, ICollection<string> missing)
    {
        if (match.Groups["escaped"].Success)
        {
            return "${";
        }

        if (match.Groups["bad"].Success)
        {
            missing.Add(string.Empty);
            return match.Value;
        }

        var name = match.Groups["name"].Value;
        if (environment(name) is { Length: > 0 } value)
        {
            return value;
        }

        if (match.Groups["default"].Success)
        {
            return match.Groups["default"].Value;
        }

        missing.Add(name);
        return string.Empty;
    }

    [GeneratedRegex(@"(?<escaped>\$\$\{)|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?\}|(?<bad>\$\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
