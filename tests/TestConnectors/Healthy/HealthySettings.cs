using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Healthy;

/// <summary>A person as the settings write one.</summary>
internal sealed record Person(string Number, string Name, IReadOnlyList<string> Emails, IReadOnlyList<string> Visits);

/// <summary>Reads the people that the settings list under <c>people</c>.</summary>
[SourceService]
internal sealed class HealthySettings(SourceSettings settings) : IDisposable
{
    public string Category { get; } = TextOf(settings.Settings, "category") ?? "contact";

    /// <summary>A file that is written when the source is disposed, so that a test sees when; null for none.</summary>
    private string? Farewell { get; } = TextOf(settings.Settings, "farewell");

    public IReadOnlyList<Person> People { get; } = settings.Settings.Entries.TryGetValue("people", out var people) && people is SettingsList list
        ? [.. list.Items.OfType<SettingsMap>().Select(ReadPerson)]
        : [];

    public void Dispose()
    {
        if (Farewell is not null)
        {
            File.WriteAllText(Path.Combine(settings.BaseDirectory, Farewell), "disposed");
        }
    }

    internal static string? TextOf(SettingsMap map, string key) => map.Entries.GetValueOrDefault(key) is SettingsText text ? text.Value : null;

    private static Person ReadPerson(SettingsMap map) => new(
        TextOf(map, "number") ?? string.Empty, TextOf(map, "name") ?? string.Empty, TextsOf(map, "emails"), TextsOf(map, "visits"));

    private static IReadOnlyList<string> TextsOf(SettingsMap map, string key) =>
        map.Entries.GetValueOrDefault(key) is SettingsList list ? [.. list.Items.OfType<SettingsText>().Select(text => text.Value)] : [];
}
