using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.PartnerFeed.Settings;

namespace PersonalDataHub.Connectors.PartnerFeed;

/// <summary>Lists every mistake in the settings of a partner's deliveries.</summary>
public sealed class PartnerFeedSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        PartnerFeedSettingsReader.Read(settings, mistakes);
        return mistakes;
    }
}
