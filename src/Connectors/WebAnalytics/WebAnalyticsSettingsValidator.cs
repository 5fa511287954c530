using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Lists every mistake in the settings of a web site's access logs.</summary>
public sealed class WebAnalyticsSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        WebAnalyticsSettings.Read(settings, mistakes);
        return mistakes;
    }
}
