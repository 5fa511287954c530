using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Counts the records that make a fact hold.</summary>
internal sealed class FactReader(ValueReader values)
{
    public async Task<SourceFact> ReadAsync(
        SqlSession session, FactMapping fact, FoundPersons persons, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = values.DayOf(now);
        var (count, latest, ended, unlimited) = (0, (DateTimeOffset?)null, (DateTimeOffset?)null, false);
        foreach (var part in persons.Numbers.Count == 0 ? [] : fact.Parts)
        {
            var rows = await session.QueryAsync(
                Rows(part, persons.Numbers),
                row => (From: values.Date(row.GetValue(0)), To: values.Date(row.GetValue(1)), At: values.Instant(row.GetValue(2))),
                cancellationToken);
            var held = rows.Where(row => (row.From is null || row.From <= today) && (row.To is null || row.To >= today)).ToList();
            count += held.Count;
            latest = held.Select(row => row.At).Append(latest).Max();
            if (part.At is not null && part.At == part.ValidTo)
            {
                unlimited |= held.Any(row => row.At is null);
                ended = rows.Where(row => row.To < today).Select(row => row.At).Append(ended).Max();
            }
        }

        // One record without an end outlasts all that have one; of what is over, the last end is still worth telling.
        return new(fact.Name, count > 0, count, count == 0 ? ended : unlimited ? null : latest);
    }

    internal static Statement Rows(FactPart part, IEnumerable<string> persons)
    {
        var statement = new Statement().Sql("select ");
        statement.Each(new[] { part.ValidFrom, part.ValidTo, part.At }, ", ", column =>
            _ = column is null ? statement.Sql("null") : statement.Column(column));
        return statement.Sql(" from ").Table(part.Record.Table).Sql(" where ").Column(part.Record.Person).In(persons)
            .And(part.Record.Where).And(part.Where);
    }
}
