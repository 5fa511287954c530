using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>Lists every mistake in the settings of a folder of call recordings.</summary>
public sealed class CallRecordingsSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        CallRecordingsSettings.Read(settings, mistakes);
        return mistakes;
    }
}
