using System.Text.RegularExpressions;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>How names in the settings are written.</summary>
internal static partial class SettingNames
{
    public static bool IsCamelCase(string name) => CamelCase().IsMatch(name);

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex CamelCase();
}
