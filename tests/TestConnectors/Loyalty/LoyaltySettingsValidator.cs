using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Loyalty;

internal sealed class LoyaltySettingsValidator : ISettingsValidator
{
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings) => new LoyaltySettings(settings).Mistakes;
}
