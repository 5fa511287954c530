using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Settings;

namespace PersonalDataHub.Connectors.ContactForm;

/// <summary>The settings of a folder of messages.</summary>
internal sealed record ContactFormSettings
{
    /// <summary><c>folder</c>: the Maildir; it holds <c>cur</c>, <c>new</c> and <c>tmp</c>. Required.</summary>
    public required string Folder { get; init; }

    /// <summary><c>category</c>: the register's data category that the messages belong to. Required.</summary>
    public required string Category { get; init; }

    /// <summary><c>ownAddresses</c>: addresses of the form or mailbox itself, which are nobody's. Default none.</summary>
    public required IReadOnlyList<string> OwnAddresses { get; init; }

    /// <summary><c>timeZone</c>: in which days are counted. Default <c>Europe/Helsinki</c>.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary><c>restrictedFolder</c>: the mail folder for restricted messages, without its leading dot. Default <c>Restricted</c>.</summary>
    public required string RestrictedFolder { get; init; }

    /// <summary>Reads the settings and adds what is wrong with them to <paramref name="mistakes"/>.</summary>
    public static ContactFormSettings Read(SourceSettings source, List<SettingsMistake> mistakes)
    {
        var reader = new SettingsReader(source.Settings, "", mistakes);
        var settings = new ContactFormSettings
        {
            Folder = Path.GetFullPath(reader.Text("folder"), source.BaseDirectory),
            Category = reader.Text("category"),
            OwnAddresses = [.. reader.Texts("ownAddresses", []).Select(address => address.Trim().ToLowerInvariant())],
            TimeZone = reader.TimeZone("timeZone", "Europe/Helsinki"),
            RestrictedFolder = reader.FileName("restrictedFolder", "Restricted"),
        };
        if (settings.OwnAddresses.Any(address => address.IndexOf('@') < 1))
        {
            reader.Report("ownAddresses", "'ownAddresses' is a list of e-mail addresses.");
        }

        if (settings.RestrictedFolder.Contains('.', StringComparison.Ordinal))
        {
            reader.Report("restrictedFolder", "'restrictedFolder' is a name without dots: in a Maildir a dot leads to a folder within another.");
        }

        reader.Finish();
        return settings;
    }
}
