using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.EmailOnly;

internal sealed class EmailOnlySettingsValidator : ISettingsValidator
{
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        if (EmailOnlySettings.TextOf(settings, "list").Length == 0)
        {
            mistakes.Add(new("list", "must name the file that lists the persons."));
        }

        if (!EmailOnlySettings.TextOf(settings, "keeper").Contains('@', StringComparison.Ordinal))
        {
            mistakes.Add(new("keeper", "must be the e-mail address of the keeper's role."));
        }

        return mistakes;
    }
}
