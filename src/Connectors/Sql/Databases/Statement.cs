using System.Text;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Databases;

/// <summary>The text of one statement and its values. Names are quoted, values become parameters; nothing else gets in.</summary>
internal sealed class Statement
{
    private readonly StringBuilder text = new();
    private readonly List<object> values = [];

    public string Text => text.ToString();

    public IReadOnlyList<object> Values => values;

    /// <summary>Appends SQL that stands in this source code.</summary>
    public Statement Sql(string fixedText)
    {
        text.Append(fixedText);
        return this;
    }

    /// <summary>Puts SQL that stands in source code before all the rest, such as <c>explain</c>.</summary>
    public Statement Before(string fixedText)
    {
        text.Insert(0, fixedText);
        return this;
    }

    public Statement Table(TableName table)
    {
        if (table.Schema is { } schema)
        {
            text.Append(Quoted(schema)).Append('.');
        }

        text.Append(Quoted(table.Name)).Append(" as t");
        return this;
    }

    /// <summary>A column of the statement's table; qualified, since SQLite reads a quoted unknown name as a text.</summary>
    public Statement Column(string name)
    {
        text.Append("t.").Append(Quoted(name));
        return this;
    }

    /// <summary>A column as <c>set</c> takes it: alone.</summary>
    public Statement Name(string name) => Sql(Quoted(name));

    public Statement ColumnAsText(string name) => Sql("cast(").Column(name).Sql(" as text)");

    public Statement Value(object value)
    {
        text.Append("@p").Append(values.Count);
        values.Add(value);
        return this;
    }

    public Statement In(IEnumerable<object> list)
    {
        text.Append(" in (");
        foreach (var (position, value) in list.Index())
        {
            text.Append(position == 0 ? "" : ", ");
            Value(value);
        }

        text.Append(')');
        return this;
    }

    /// <summary>The separated pieces, each appended by <paramref name="append"/>.</summary>
    public Statement Each<T>(IEnumerable<T> items, string separator, Action<T> append)
    {
        foreach (var (position, item) in items.Index())
        {
            text.Append(position == 0 ? "" : separator);
            append(item);
        }

        return this;
    }

    public Statement And(IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            Sql(" and ");
            switch (condition)
            {
                case EmptyCondition empty:
                    Column(empty.Column).Sql(empty.Empty ? " is null" : " is not null");
                    break;
                case HeldCondition held:
                    Sql("not (").Each(held.Columns, " and ", column => Gone(column.Column, column.ErasedText)).Sql(")");
                    break;
                case ValueCondition { Negated: true } not:
                    Sql("(").Column(not.Column).Sql(" is null or not ").Column(not.Column).In(not.Values).Sql(")");
                    break;
                case ValueCondition value:
                    Column(value.Column).In(value.Values);
                    break;
            }
        }

        return this;
    }

    private void Gone(string column, string? erasedText)
    {
        Sql("(").Column(column).Sql(" is null");
        _ = erasedText is null ? this : Sql(" or ").Column(column).Sql(" = ").Value(erasedText);
        Sql(")");
    }

    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
