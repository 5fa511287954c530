using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.WebStatistics;

/// <summary>Lists every mistake in the settings of a web statistics service's exports.</summary>
public sealed class WebStatisticsSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        WebStatisticsSettings.Read(settings, mistakes);
        return mistakes;
    }
}
