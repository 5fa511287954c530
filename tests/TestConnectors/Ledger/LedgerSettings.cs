using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>What stands under <c>settings</c>; only <c>file</c> is needed.</summary>
[SourceService]
internal sealed class LedgerSettings(SourceSettings settings)
{
    /// <summary>The database; made at first use.</summary>
    public string File { get; } = Path.Combine(settings.BaseDirectory, TextOf(settings, "file") ?? string.Empty);

    /// <summary>The file with the switches; beside the database unless said otherwise.</summary>
    public string Control { get; } = Path.Combine(settings.BaseDirectory, TextOf(settings, "control") ?? TextOf(settings, "file") + ".control");

    /// <summary>The source whose customer numbers the accounts carry; null for its own.</summary>
    public string? CustomerNumberIssuer { get; } = TextOf(settings, "customerNumberIssuer");

    /// <summary>The source whose data this one overwrites; null for none.</summary>
    public string? Feeds { get; } = TextOf(settings, "feeds");

    /// <summary>The hour of each day, in UTC, in which it can be asked; null for always.</summary>
    public int? OpenHour { get; } = NumberOf(settings, "openHour");

    /// <summary>How many persons a new ledger holds.</summary>
    public int Persons { get; } = NumberOf(settings, "persons") ?? 0;

    /// <summary>The first of their customer numbers; the others follow it.</summary>
    public int FirstNumber { get; } = NumberOf(settings, "firstNumber") ?? 10001;

    /// <summary>How many accounts each of them has.</summary>
    public int AccountsEach { get; } = NumberOf(settings, "accountsEach") ?? 1;

    public static string? TextOf(SourceSettings settings, string key) =>
        settings.Settings.Entries.GetValueOrDefault(key) is SettingsText { Value.Length: > 0 } text ? text.Value : null;

    public static int? NumberOf(SourceSettings settings, string key) =>
        int.TryParse(TextOf(settings, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
