using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Writing;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Up to where the moments of one part of a fact count as past, in the form in which its column holds them.</summary>
/// <param name="Part">The records that the fact is told from.</param>
/// <param name="Column">The column with the moment that decides: the end where records have one, else what happened.</param>
/// <param name="Value">The bound, a day later than asked, as texts of different offsets do not sort by time.</param>
internal sealed record FactBound(FactPart Part, string Column, object Value)
{
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <summary>Null when no record has a moment.</summary>
    public static async Task<FactBound?> ReadAsync(
        SqlSession session, FactPart part, DateTimeOffset before, ValueReader values, CancellationToken cancellationToken)
    {
        if ((part.ValidTo ?? part.At) is not { } column)
        {
            return null;
        }

        var examples = await session.QueryAsync(
            new Statement().Sql("select ").Column(column).Sql(" from ").Table(part.Record.Table)
                .Sql(" where ").Column(column).Sql(" is not null limit 1"),
            row => (Type: session.Database.HasTypedColumns ? row.GetDataTypeName(0) : null, Content: row.GetValue(0)),
            cancellationToken);
        return examples is [var example]
            ? new(part, column, values.Form(example.Type, example.Content).Of(new InstantValue(before + Margin)))
            : null;
    }

    /// <summary>The persons of the records whose moment lies before the bound, as often as they have such records.</summary>
    public Statement AppendPast(Statement statement) =>
        statement.Sql("select ").Column(Part.Record.Person).Sql(" as person from ").Table(Part.Record.Table)
            .Sql(" where ").Column(Column).Sql(" < ").Value(Value).And(Part.Record.Where).And(Part.Where);

    /// <summary>That the person has a moment at or beyond the bound, or an end that is not set.</summary>
    public Statement AppendLater(Statement statement)
    {
        statement.Sql("select 1 from ").Table(Part.Record.Table).Sql(" where ").Column(Part.Record.Person).Sql(" = p.person and (")
            .Column(Column).Sql(" >= ").Value(Value);
        _ = Part.ValidTo is null ? statement : statement.Sql(" or ").Column(Column).Sql(" is null");
        return statement.Sql(")").And(Part.Record.Where).And(Part.Where);
    }
}
