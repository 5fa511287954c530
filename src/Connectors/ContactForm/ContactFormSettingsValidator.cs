using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.ContactForm;

/// <summary>Lists every mistake in the settings of a folder of messages.</summary>
public sealed class ContactFormSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        ContactFormSettings.Read(settings, mistakes);
        return mistakes;
    }
}
