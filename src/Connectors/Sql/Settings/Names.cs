using System.Text.RegularExpressions;

namespace PersonalDataHub.Connectors.Sql.Settings;

/// <summary>What names in settings may look like.</summary>
internal static partial class Names
{
    public static bool IsCamelCase(string name) => CamelCaseName().IsMatch(name);

    /// <summary>A letter or underscore, then letters, digits, underscores, dollar signs or single spaces; 63 characters at most.</summary>
    public static bool IsIdentifier(string name) => name.Length <= 63 && Identifier().IsMatch(name);

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]*\z")]
    private static partial Regex CamelCaseName();

    [GeneratedRegex(@"\A[\p{L}_][\p{L}\p{Nd}_$]*( [\p{L}\p{Nd}_$]+)*\z")]
    private static partial Regex Identifier();
}
