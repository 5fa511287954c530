using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>The pieces that several parts of a mapping have: tables, columns, conditions.</summary>
internal static class MappingSettings
{
    private const string IdentifierRule =
        "a name starts with a letter or underscore and goes on with letters, digits, underscores or single spaces, 63 at most.";

    public static TableName? RequiredTable(this SettingsCursor cursor, string name)
    {
        if (cursor.RequiredText(name) is not { } text)
        {
            return null;
        }

        var table = TableName.Parse(text);
        if (table is null)
        {
            cursor.Mistake(name, $"must name a table, or schema.table; {IdentifierRule}");
        }

        return table;
    }

    public static string? Column(this SettingsCursor cursor, string name) => Checked(cursor, name, cursor.Text(name));

    public static string? RequiredColumn(this SettingsCursor cursor, string name) =>
        Checked(cursor, name, cursor.RequiredText(name));

    public static IReadOnlyList<string> RequiredColumns(this SettingsCursor cursor, string name)
    {
        if (!cursor.Has(name))
        {
            cursor.RequiredText(name);
            return [];
        }

        return [.. cursor.Texts(name).Select(text => Checked(cursor, name, text)).OfType<string>()];
    }

    public static IReadOnlyList<Condition> Conditions(this SettingsCursor cursor)
    {
        var conditions = new List<Condition>();
        if (cursor.Map("where") is not { } where)
        {
            return conditions;
        }

        foreach (var column in where.OwnNames())
        {
            Checked(where, column, column);
            if (!where.IsMap(column))
            {
                conditions.Add(new ValueCondition(column, where.Texts(column), Negated: false));
            }
            else if (where.Map(column) is { } inner)
            {
                if (inner.Has("not") == inner.Has("empty"))
                {
                    where.Mistake(column, "write one of a value, a list of values, {not: values} and {empty: true or false}.");
                }

                conditions.Add(inner.Has("not")
                    ? new ValueCondition(column, inner.Texts("not"), Negated: true)
                    : new EmptyCondition(column, inner.Flag("empty")));
                inner.RefuseOthers();
            }
        }

        return conditions;
    }

    private static string? Checked(SettingsCursor cursor, string name, string? column)
    {
        if (column is not null && !Names.IsIdentifier(column))
        {
            cursor.Mistake(name, $"must name a column; {IdentifierRule}");
            return null;
        }

        return column;
    }
}
