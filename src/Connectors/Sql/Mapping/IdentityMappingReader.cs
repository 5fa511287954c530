using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Reads one entry of <c>identities</c>.</summary>
internal static class IdentityMappingReader
{
    public static IdentityMapping? Read(SettingsCursor cursor)
    {
        var kind = cursor.RequiredText("kind");
        if (kind is not null && !Names.IsCamelCase(kind))
        {
            cursor.Mistake("kind", "must be an identity kind in camel case, such as customerNumber or email.");
        }

        var table = cursor.RequiredTable("table");
        var column = cursor.RequiredColumn("column");
        var person = cursor.RequiredColumn("person");
        var issuer = cursor.Text("issuer");
        var ignoreCase = cursor.Flag("ignoreCase");
        var validFrom = cursor.Column("validFrom");
        var validTo = cursor.Column("validTo");
        var observedAt = cursor.Column("observedAt");
        if (observedAt is not null && (validFrom ?? validTo) is not null)
        {
            cursor.Mistake("observedAt", "give either validFrom and validTo or observedAt, not both.");
        }

        cursor.RefuseOthers();
        return kind is null || table is null || column is null || person is null
            ? null
            : new()
            {
                Kind = kind,
                Issuer = issuer,
                Table = table,
                Column = column,
                Person = person,
                IgnoreCase = ignoreCase,
                ValidFrom = validFrom,
                ValidTo = validTo,
                ObservedAt = observedAt,
            };
    }
}
