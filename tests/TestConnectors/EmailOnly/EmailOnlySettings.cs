using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.EmailOnly;

/// <summary>The list of persons and the keeper's mailbox.</summary>
[SourceService]
internal sealed class EmailOnlySettings(SourceSettings settings)
{
    /// <summary>A line per file: the customer number, a semicolon, where the file lies. Lines with <c>#</c> are remarks.</summary>
    public string List { get; } = Path.Combine(settings.BaseDirectory, TextOf(settings, "list"));

    /// <summary>The mailbox of the keeper's role, not of a person.</summary>
    public string Keeper { get; } = TextOf(settings, "keeper");

    /// <summary>The source whose customer numbers the list names; null for its own.</summary>
    public string? CustomerNumberIssuer { get; } = TextOf(settings, "customerNumberIssuer") is { Length: > 0 } issuer ? issuer : null;

    public static string TextOf(SourceSettings settings, string key) =>
        settings.Settings.Entries.GetValueOrDefault(key) is SettingsText text ? text.Value : string.Empty;
}
