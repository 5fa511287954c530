using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;

namespace PersonalDataHub.Connectors.Billing;

/// <summary>Finds every mistake in the settings of a billing database.</summary>
public sealed class BillingSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = SqlConnector.Validate(settings, BillingMeaning.For(settings));
        var issuer = BillingMeaning.IssuerIn(settings);
        return issuer == settings.Source
            ? [.. mistakes, new(BillingMeaning.IssuerSetting, "names this source itself; name the source that gives the customer numbers.")]
            : issuer is null && UsesForeignNumber(settings)
                ? [.. mistakes, new(BillingMeaning.IssuerSetting, "is missing: customerNumber is mapped, so name the source that gives the customer numbers.")]
                : mistakes;
    }

    private static bool UsesForeignNumber(SourceSettings settings) =>
        settings.Settings.Entries.GetValueOrDefault("records") is SettingsMap records
        && records.Entries.GetValueOrDefault("billingAccount") is SettingsMap account
        && account.Entries.GetValueOrDefault("fields") is SettingsMap fields
        && fields.Entries.ContainsKey("customerNumber");
}
