using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

internal sealed class LedgerSettingsValidator : ISettingsValidator
{
    private static readonly string[] numbers = ["persons", "firstNumber", "accountsEach", "openHour"];
    private static readonly string[] known = ["file", "control", "customerNumberIssuer", "feeds", .. numbers];

    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var given = settings.Settings.Entries.Keys;
        List<SettingsMistake> mistakes = LedgerSettings.TextOf(settings, "file") is null ? [new("file", "must name the database.")] : [];
        mistakes.AddRange(numbers.Where(key => given.Contains(key) && LedgerSettings.NumberOf(settings, key) is null)
            .Select(key => new SettingsMistake(key, "must be a whole number, 0 or more.")));
        mistakes.AddRange(given.Except(known).Select(key => new SettingsMistake(key, $"is not known here; known are {string.Join(", ", known)}.")));
        return mistakes;
    }
}
