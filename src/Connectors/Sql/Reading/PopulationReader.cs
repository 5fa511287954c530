using System.Data.Common;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Lists whom a source holds, in the order of the person's number and from one number on: never by counting off.</summary>
internal sealed class PopulationReader(SqlMapping mapping, string source, ValueReader values)
{
    private const string Place = "population";
    private const int LargestPage = 10_000;

    public async Task<PopulationPage> ReadAsync(SqlSession session, PopulationRequest request, CancellationToken cancellationToken)
    {
        var number = mapping.PersonNumber
            ?? throw new SourceException(FailureKind.Configuration, "The settings map no identity that is a person's own number: the source cannot list its persons.");
        var (size, after) = (Math.Clamp(request.PageSize, 1, LargestPage), After(request.PageToken));
        var due = await DueAsync(session, request, cancellationToken);
        var candidates = due is { Bounds.Count: 0 }
            ? []
            : await session.QueryAsync(
                due is null ? Everyone(mapping.Population, after, size + 1) : due.Candidates(after, size + 1), row => row.GetString(1), cancellationToken);
        var more = candidates.Count > size;
        var persons = candidates.Take(size).ToList();
        var last = persons.LastOrDefault();
        if (due is not null)
        {
            persons = await due.OnlyDueAsync(session, persons, cancellationToken);
        }

        return new(
            [.. persons.Select(person => new SubjectIdentity(number.Kind, person, number.Issuer ?? source))],
            more ? new PageToken(Place, [last!]).ToString() : null)
        {
            Total = request.WithTotal ? await TotalAsync(session, cancellationToken) : null,
        };
    }

    internal static Statement Everyone(RecordMapping record, string? after, int limit)
    {
        var statement = new Statement().Sql("select p.person, cast(p.person as text) from (select distinct ").Column(record.Person).Sql(" as person from ")
            .Table(record.Table).Sql(" where ").Column(record.Person);
        _ = after is null ? statement.Sql(" is not null") : statement.Sql(" > ").Value(after);
        return statement.And(record.Where).Sql(" order by ").Column(record.Person).Sql(" limit ").Value((long)limit).Sql(") as p order by p.person");
    }

    private async Task<long> TotalAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var statement = new Statement().Sql("select count(distinct ").Column(mapping.Population.Person).Sql(") from ").Table(mapping.Population.Table)
            .Sql(" where ").Column(mapping.Population.Person).Sql(" is not null").And(mapping.Population.Where);
        return (await session.QueryAsync(statement, row => row.GetInt64(0), cancellationToken))[0];
    }

    private static string? After(string? text) => text is null ? null : PageToken.Parse(text) switch
    {
        { RecordType: Place, Key: [var key] } => key,
        _ => throw PageToken.Invalid(),
    };

    private async Task<DuePersons?> DueAsync(SqlSession session, PopulationRequest request, CancellationToken cancellationToken)
    {
        if (request.Fact is null != request.Before is null)
        {
            throw new SourceException(FailureKind.System, "A fact and the date that it lies before are given together.");
        }

        if (request is not { Fact: { } name, Before: { } before })
        {
            return null;
        }

        var fact = mapping.Facts.FirstOrDefault(fact => fact.Name == name)
            ?? throw new SourceException(FailureKind.System, $"The source does not tell the fact '{name}'.");
        var bounds = new List<FactBound>();
        foreach (var part in fact.Parts)
        {
            if (await FactBound.ReadAsync(session, part, before, values, cancellationToken) is { } bound)
            {
                bounds.Add(bound);
            }
        }

        return new(bounds, before, request.Earliest, values);
    }
}
