using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Remote;

internal sealed class RemoteSettingsValidator : ISettingsValidator
{
    private static readonly string[] known = ["address", "customerNumberIssuer", "repeats"];
    private static readonly string[] ways = [RemoteSettings.Keyed, RemoteSettings.Blind];

    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings)
    {
        var mistakes = settings.Settings.Entries.Keys.Except(known)
            .Select(key => new SettingsMistake(key, $"is not known here; known are {string.Join(", ", known)}.")).ToList();
        if (!Uri.TryCreate(RemoteSettings.TextOf(settings, "address"), UriKind.Absolute, out _))
        {
            mistakes.Add(new("address", "must be the address of the source."));
        }

        if (RemoteSettings.TextOf(settings, "repeats") is { } repeats && !ways.Contains(repeats))
        {
            mistakes.Add(new("repeats", $"must be one of {string.Join(", ", ways)}."));
        }

        return mistakes;
    }
}
