using System.Text.RegularExpressions;

namespace PersonalDataHub.Hub.Registers.Yaml;

/// <summary>The names of an enumeration as configuration files write them: <c>OptOut</c> is <c>opt-out</c>.</summary>
internal static partial class KebabWords<T>
    where T : struct, Enum
{
    /// <summary>Every word with its value, in the order declared.</summary>
    public static IReadOnlyDictionary<string, T> All { get; } = Enum.GetValues<T>().ToDictionary(Of);

    /// <summary>The word of a value.</summary>
    public static string Of(T value) => Hump().Replace(value.ToString(), "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Hump();
}
