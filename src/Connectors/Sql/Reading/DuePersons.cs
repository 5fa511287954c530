using PersonalDataHub.Connectors.Sql.Databases;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Persons whose fact lies before a date: all of its moments, or the earliest where that is asked.</summary>
/// <remarks>
/// The database chooses by its indexes who may be due, a day too many at most; what it chose is then judged exactly, as
/// moments stand in databases in forms that no comparison of texts gets right.
/// </remarks>
internal sealed class DuePersons(IReadOnlyList<FactBound> bounds, DateTimeOffset before, bool earliest, ValueReader values)
{
    private const int PersonsPerStatement = 1000;

    public IReadOnlyList<FactBound> Bounds => bounds;

    public Statement Candidates(string? after, int limit)
    {
        // The inner limit, which limits nothing, keeps the two apart: without it SQLite would go through everybody in order.
        var statement = new Statement().Sql("select distinct p.person, cast(p.person as text) from (select * from (");
        statement.Each(bounds, " union all ", bound => bound.AppendPast(statement)).Sql(") as u limit ").Value(long.MaxValue).Sql(") as p where p.person");
        _ = after is null ? statement.Sql(" is not null") : statement.Sql(" > ").Value(after);
        foreach (var bound in earliest ? [] : bounds)
        {
            bound.AppendLater(statement.Sql(" and not exists (")).Sql(")");
        }

        return statement.Sql(" order by p.person limit ").Value((long)limit);
    }

    public async Task<List<string>> OnlyDueAsync(SqlSession session, IReadOnlyList<string> persons, CancellationToken cancellationToken)
    {
        var (notDue, past) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var some in persons.Chunk(PersonsPerStatement))
        {
            foreach (var bound in bounds)
            {
                var moments = await session.QueryAsync(
                    Moments(bound, some), row => (Person: row.GetString(0), IsPast: IsPast(bound, row.GetValue(1))), cancellationToken);
                past.UnionWith(moments.Where(moment => moment.IsPast).Select(moment => moment.Person));
                notDue.UnionWith(moments.Where(moment => !moment.IsPast).Select(moment => moment.Person));
            }
        }

        return [.. persons.Where(person => earliest ? past.Contains(person) : !notDue.Contains(person))];
    }

    internal static Statement Moments(FactBound bound, IEnumerable<string> persons) => new Statement()
        .Sql("select ").ColumnAsText(bound.Part.Record.Person).Sql(", ").Column(bound.Column).Sql(" from ").Table(bound.Part.Record.Table)
        .Sql(" where ").Column(bound.Part.Record.Person).In(persons).And(bound.Part.Record.Where).And(bound.Part.Where);

    /// <summary>An end is past once its last day is over; a record without an end goes on.</summary>
    private bool IsPast(FactBound bound, object moment) => bound.Part.ValidTo is null
        ? values.Instant(moment) is not { } at || at < before
        : values.Date(moment) < values.DayOf(before);
}
