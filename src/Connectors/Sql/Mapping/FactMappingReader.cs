using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Reads one part of a fact.</summary>
internal static class FactMappingReader
{
    public static FactPart? Read(SettingsCursor cursor, IReadOnlyList<RecordMapping> records)
    {
        var name = cursor.RequiredText("record");
        var record = records.FirstOrDefault(candidate => candidate.Type.Name == name);
        if (name is not null && record is null)
        {
            cursor.Mistake("record", $"'{name}' is not mapped under records.");
        }

        var where = cursor.Conditions();
        var validFrom = cursor.Column("validFrom");
        var validTo = cursor.Column("validTo");
        var at = cursor.Column("at");
        cursor.RefuseOthers();
        return record is null
            ? null
            : new() { Record = record, Where = where, ValidFrom = validFrom, ValidTo = validTo, At = at };
    }
}
