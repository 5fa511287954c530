namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Holds a place where data is kept against a register's rule for transfers (GDPR Art. 44 to 49).</summary>
public static class TransferCheck
{
    /// <summary>What is wrong and how to mend it; null when data may be there.</summary>
    /// <param name="rule">The register's rule; null allows no transfer.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="safeguard">The safeguard that is recorded; null for none.</param>
    /// <param name="necessary">Whether a necessity is recorded.</param>
    /// <param name="safeguardKey">Where a safeguard is written.</param>
    /// <param name="necessityKey">Where a necessity is written.</param>
    public static string? Of(
        TransferRule? rule, string country, string? safeguard, bool necessary, string safeguardKey = "safeguard", string necessityKey = "necessity")
    {
        if (Countries.InEconomicArea(country))
        {
            return null;
        }

        return rule switch
        {
            null => $"'{country}' is outside the EU and the EEA, and the register has no 'transfers' that allow it.",
            { Mode: TransferMode.Never } => $"'{country}' is outside the EU and the EEA, where the register's notice says that data never goes.",
            { Mode: TransferMode.IfNecessary } when !necessary =>
                $"'{country}' is outside the EU and the EEA, where data goes only when necessary; say why under '{necessityKey}'.",
            { SafeguardRequired: true } when string.IsNullOrWhiteSpace(safeguard) =>
                $"'{country}' is outside the EU and the EEA; name the safeguard of the transfer under '{safeguardKey}'.",
            _ => null,
        };
    }
}
