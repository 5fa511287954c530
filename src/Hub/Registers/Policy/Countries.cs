namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Countries in which the GDPR holds: the EU and the EEA.</summary>
public static class Countries
{
    private static readonly HashSet<string> economicArea = new(StringComparer.Ordinal)
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU",
        "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    };

    /// <summary>True for a country of the EU or the EEA, ISO 3166-1 alpha-2.</summary>
    public static bool InEconomicArea(string country) => economicArea.Contains(country);
}
