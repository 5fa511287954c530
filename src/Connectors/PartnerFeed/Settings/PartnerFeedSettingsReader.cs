using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Settings;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>Reads the settings of a partner's deliveries.</summary>
internal static class PartnerFeedSettingsReader
{
    /// <summary>Reads the settings and adds what is wrong with them to <paramref name="mistakes"/>.</summary>
    public static PartnerFeedSettings Read(SourceSettings source, List<SettingsMistake> mistakes)
    {
        var reader = new SettingsReader(source.Settings, "", mistakes);
        var settings = new PartnerFeedSettings
        {
            Folder = Path.GetFullPath(reader.Text("folder"), source.BaseDirectory),
            Files = Files(reader),
            Full = reader.Choice("deliveries", "changes", "changes", "full") == "full",
            Format = TableFormat.Read(reader),
            Partner = Partner(reader.Below("partner")),
            Category = reader.Text("category"),
            RecordType = Type(reader.Below("recordType")),
            Key = reader.Text("key"),
            ObservedAt = reader.OptionalText("observedAt"),
            Identities = [.. reader.Each("identities").Select(Identity)],
            Fields = [.. reader.Named("fields").Select(field => FeedFieldReader.Read(field.Name, field.Settings))],
            Feeds = reader.Texts("feeds", []),
            Freshness = reader.Duration("freshness", TimeSpan.FromDays(7), TimeSpan.FromHours(1), TimeSpan.FromDays(366)),
        };
        foreach (var field in settings.Fields.Where(field => !SettingNames.IsCamelCase(field.Field.Name)))
        {
            reader.Report($"fields/{field.Field.Name}", "a field's name is in camel case: a small letter, then letters and digits.");
        }

        reader.Finish();
        return settings;
    }

    private static DeliveryName Files(SettingsReader reader)
    {
        var pattern = reader.FileName("files", "*");
        var format = reader.Choice("dateFormat", "yyyy-MM-dd", "yyyy-MM-dd", "yyyyMMdd", "dd.MM.yyyy", "yyyy-MM");
        var parts = pattern.Split('*');
        if (parts.Length != 2 || pattern == "*")
        {
            reader.Report("files", "'files' is how deliveries are named, with one * where the date stands, such as addresses-*.csv.");
        }

        return new(parts[0], parts[^1], format);
    }

    private static FeedPartner Partner(SettingsReader reader)
    {
        var partner = new FeedPartner(reader.Text("name"), reader.Text("contact"), reader.Flag("confirmsErasure", true));
        reader.Finish();
        return partner;
    }

    private static FeedRecordType Type(SettingsReader reader)
    {
        var origin = reader.Choice("origin", "observed", "provided", "observed", "inferred");
        var type = new FeedRecordType(reader.Text("name"), reader.Text("plural"), reader.Text("description"), Enum.Parse<DataOrigin>(origin, ignoreCase: true));
        foreach (var (setting, name) in new[] { ("name", type.Name), ("plural", type.Plural) })
        {
            if (name.Length > 0 && !SettingNames.IsCamelCase(name))
            {
                reader.Report(setting, $"'{setting}' is in camel case: a small letter, then letters and digits.");
            }
        }

        reader.Finish();
        return type;
    }

    private static FeedIdentity Identity(SettingsReader reader)
    {
        var identity = new FeedIdentity(reader.Text("kind"), reader.OptionalText("issuer"), reader.Text("column"));
        reader.Finish();
        return identity;
    }
}
