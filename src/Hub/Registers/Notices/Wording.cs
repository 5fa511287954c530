using System.Text.RegularExpressions;

namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>Ways to say one thing, in Finnish and English, found in a text whatever its case.</summary>
/// <remarks>
/// The engine without backtracking: notices come from anywhere, and its time follows the length of the text whatever
/// stands in it. The price is no look-around, which the patterns here do without.
/// </remarks>
internal sealed class Wording(string pattern)
{
    private readonly Regex regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public bool IsIn(string text) => regex.IsMatch(text);

    /// <summary>Where it stands first; −1 when it does not.</summary>
    public int IndexIn(string text) => regex.Match(text) is { Success: true } match ? match.Index : -1;

    /// <summary>Every place it stands at, in order.</summary>
    public IEnumerable<(int Index, string Text)> AllIn(string text) =>
        regex.Matches(text).Select(match => (match.Index, match.Value));
}
