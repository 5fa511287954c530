using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Remote;

/// <summary>What stands under <c>settings</c>: <c>address</c>, and if wished <c>customerNumberIssuer</c> and <c>repeats</c>.</summary>
[SourceService]
internal sealed class RemoteSettings(SourceSettings settings)
{
    /// <summary>Repeats are one effect because the source is given the task's id as a key.</summary>
    public const string Keyed = "keyed";

    /// <summary>The source knows no keys, and carries out whatever it is told again.</summary>
    public const string Blind = "blind";

    public Uri Address { get; } = new(TextOf(settings, "address") ?? "about:blank");

    public string? CustomerNumberIssuer { get; } = TextOf(settings, "customerNumberIssuer");

    public string Repeats { get; } = TextOf(settings, "repeats") ?? Keyed;

    public static string? TextOf(SourceSettings settings, string key) =>
        settings.Settings.Entries.GetValueOrDefault(key) is SettingsText { Value.Length: > 0 } text ? text.Value : null;
}
