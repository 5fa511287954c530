using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Reads a source's settings into a mapping and finds all mistakes in them.</summary>
internal sealed class MappingReader(SqlMeaning meaning)
{
    private readonly List<SettingsMistake> mistakes = [];

    public IReadOnlyList<SettingsMistake> Mistakes => [.. mistakes.Distinct()];

    /// <summary>The mapping as far as it could be read; use it only when there are no <see cref="Mistakes"/>.</summary>
    public SqlMapping Read(SettingsMap settings)
    {
        var root = new SettingsCursor("", settings, mistakes);
        var mapping = new SqlMapping
        {
            Database = ReadDatabase(root),
            TimeZone = ReadTimeZone(root),
            CompactAfterErasure = root.Flag("compactAfterErasure"),
            FinancialYear = ReadFinancialYear(root),
            Records = ReadRecords(root),
            Identities = [.. root.Maps("identities").Select(IdentityMappingReader.Read).OfType<IdentityMapping>()],
            Facts = [],
        };
        if (root.Maps("identities").Count == 0)
        {
            root.Mistake("identities", "Name at least one identity by which a person is found.");
        }

        RefuseTwins(root, mapping.Identities);
        RefuseLooseKeeping(root, mapping.Records);
        mapping = mapping with { Facts = ReadFacts(root, mapping.Records) };
        foreach (var other in meaning.OtherSettings)
        {
            root.Text(other);
        }

        root.RefuseOthers();
        return mapping;
    }

    private static void RefuseTwins(SettingsCursor root, IReadOnlyList<IdentityMapping> identities)
    {
        foreach (var twins in identities.GroupBy(identity => identity).Where(group => group.Count() > 1))
        {
            root.Mistake("identities", $"The identity '{twins.Key.Kind}' is mapped twice in the same way.");
        }
    }

    private static void RefuseLooseKeeping(SettingsCursor root, IReadOnlyList<RecordMapping> records)
    {
        var keeping = records.Where(record => record.Writing.Keep.Count > 0).Select(record => record.Type.Name).ToList();
        foreach (var record in records)
        {
            foreach (var field in record.Fields.Where(field => field.Writing.KeepWith.Except(keeping).Any()))
            {
                root.Mistake(
                    $"records/{record.Type.Name}/fields/{field.Field.Name}/keepWith",
                    $"must name record types that are mapped with keep: {string.Join(", ", keeping)}.");
            }
        }
    }

    private static FinancialYear ReadFinancialYear(SettingsCursor root)
    {
        if (root.Text("financialYearEnds") is not { } text)
        {
            return FinancialYear.Calendar;
        }

        if (FinancialYear.Parse(text) is { } year)
        {
            return year;
        }

        root.Mistake("financialYearEnds", "must be a day of the year as MM-dd, such as 12-31.");
        return FinancialYear.Calendar;
    }

    private static string ReadDatabase(SettingsCursor root)
    {
        var text = root.RequiredText("database");
        if (text is not null && SqlDatabase.MistakeIn(text) is { } mistake)
        {
            root.Mistake("database", mistake);
        }

        return text ?? "";
    }

    private static TimeZoneInfo ReadTimeZone(SettingsCursor root)
    {
        if (root.Text("timeZone") is not { } id)
        {
            return TimeZoneInfo.Utc;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            root.Mistake("timeZone", "is not a time zone; write an IANA name such as Europe/Helsinki.");
        }

        return zone ?? TimeZoneInfo.Utc;
    }

    private List<RecordMapping> ReadRecords(SettingsCursor root)
    {
        var records = new List<RecordMapping>();
        if (root.RequiredMap("records") is { } cursor)
        {
            var known = meaning.RecordTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);
            foreach (var name in cursor.OwnNames())
            {
                if (cursor.Map(name) is { } record
                    && RecordMappingReader.Read(name, record, known.GetValueOrDefault(name)) is { } mapping)
                {
                    records.Add(mapping);
                }
            }

            if (cursor.OwnNames().Count == 0)
            {
                root.Mistake("records", "Map at least one record type.");
            }
        }

        // The connector's order first: what identifies the person is read before what hangs on it.
        var order = meaning.RecordTypes.Select(type => type.Name).ToList();
        return [.. records.OrderBy(record => order.IndexOf(record.Type.Name) is var at and >= 0 ? at : order.Count)];
    }

    private List<FactMapping> ReadFacts(SettingsCursor root, IReadOnlyList<RecordMapping> records)
    {
        var facts = new List<FactMapping>();
        if (root.Map("facts") is not { } cursor)
        {
            return facts;
        }

        foreach (var name in cursor.OwnNames())
        {
            if (meaning.Facts.Count > 0 && !meaning.Facts.Contains(name))
            {
                cursor.Mistake(name, $"'{name}' is not a fact of this connector; it knows {string.Join(", ", meaning.Facts)}.");
            }

            var parts = cursor.Maps(name).Select(part => FactMappingReader.Read(part, records)).OfType<FactPart>();
            facts.Add(new(name, [.. parts]));
        }

        return facts;
    }
}
