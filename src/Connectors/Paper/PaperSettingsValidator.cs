using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>Lists every mistake in the settings of a paper archive.</summary>
public sealed class PaperSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        PaperSettings.Read(settings, mistakes);
        return mistakes;
    }
}
