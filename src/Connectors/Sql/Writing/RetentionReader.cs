using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Finds what keeps records from being erased. Of several grounds the one without an end counts, else the latest.</summary>
/// <param name="mapping">The record types with their rules.</param>
/// <param name="values">Understands dates.</param>
/// <param name="today">The day in the source's time zone.</param>
internal sealed class RetentionReader(SqlMapping mapping, ValueReader values, DateOnly today)
{
    /// <summary>What keeps this record; null when nothing does.</summary>
    public Task<WriteRetained?> OfAsync(SqlSession session, TargetRow row, CancellationToken cancellationToken) =>
        LongestAsync(session, row.Record, rule => row.Where(From(row.Record, rule)).And(rule.Where), cancellationToken);

    /// <summary>What keeps this field for other records of the same person; null when nothing does.</summary>
    public async Task<WriteRetained?> OfAsync(SqlSession session, TargetRow row, FieldMapping field, CancellationToken cancellationToken)
    {
        WriteRetained? longest = null;
        foreach (var record in mapping.Records.Where(record => field.Writing.KeepWith.Contains(record.Type.Name)))
        {
            var kept = await LongestAsync(
                session,
                record,
                rule => From(record, rule).Sql(" where ").Column(record.Person).Sql(" = ").Value(row.Content.Person)
                    .And(record.Where).And(rule.Where),
                cancellationToken);
            longest = Longer(longest, kept);
        }

        return longest;
    }

    public static WriteRetained? Longer(WriteRetained? one, WriteRetained? other) =>
        one is null || (other is not null && one.Until is not null && (other.Until is null || other.Until > one.Until)) ? other : one;

    private static Statement From(RecordMapping record, KeepRule rule)
    {
        var statement = new Statement().Sql("select ");
        _ = (rule.From ?? rule.ValidTo) is { } column ? statement.Column(column) : statement.Sql("null");
        return statement.Sql(" from ").Table(record.Table);
    }

    private async Task<WriteRetained?> LongestAsync(
        SqlSession session, RecordMapping record, Func<KeepRule, Statement> rows, CancellationToken cancellationToken)
    {
        WriteRetained? longest = null;
        foreach (var rule in record.Writing.Keep)
        {
            var dates = await session.QueryAsync(rows(rule), row => values.Date(row.GetValue(0)), cancellationToken);
            foreach (var date in dates)
            {
                var until = date is { } day && rule.Years is { } years ? mapping.FinancialYear.KeptUntil(day, years) : date;
                longest = until is null || until >= today ? Longer(longest, new(rule.Ground, until, rule.LiftedBy)) : longest;
            }
        }

        return longest;
    }
}
