using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Healthy;

internal sealed class HealthySettingsValidator : ISettingsValidator
{
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = new List<SettingsMistake>();
        if (settings.Settings.Entries.GetValueOrDefault("people") is not SettingsList people)
        {
            return [new("people", "must be a list of people.")];
        }

        for (var position = 0; position < people.Items.Count; position++)
        {
            if (people.Items[position] is not SettingsMap person || HealthySettings.TextOf(person, "number") is null)
            {
                mistakes.Add(new($"people/{position}/number", "every person needs a number."));
            }
        }

        return mistakes;
    }
}
