using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Finds the numbers of the persons that identities are of.</summary>
/// <param name="mapping">The identities that find somebody.</param>
/// <param name="source">This source's id, the issuer of the numbers it gives.</param>
/// <param name="values">Understands dates.</param>
/// <param name="time">Tells today.</param>
internal sealed class PersonFinder(SqlMapping mapping, string source, ValueReader values, TimeProvider time)
{
    /// <summary>More persons behind one identity than this are a placeholder, not a shared address.</summary>
    public const int MostPersons = 1000;

    public async Task<FoundPersons> FindAsync(
        SqlSession session, IReadOnlyList<SubjectIdentity> identities, Gaps gaps, CancellationToken cancellationToken)
    {
        var found = new FoundPersons();
        foreach (var (position, identity) in identities.Index())
        {
            foreach (var candidate in mapping.Identities.Where(candidate => Fits(candidate, identity)))
            {
                foreach (var number in await FindAsync(session, candidate, identity, gaps, cancellationToken))
                {
                    found.Add(number, position);
                }
            }
        }

        return found;
    }

    internal static Statement Lookup(IdentityMapping identity, string value)
    {
        var statement = new Statement().Sql("select ").ColumnAsText(identity.Person);
        foreach (var column in new[] { identity.ValidFrom, identity.ValidTo, identity.ObservedAt })
        {
            _ = column is null ? statement.Sql(", null") : statement.Sql(", ").Column(column);
        }

        statement.Sql(" from ").Table(identity.Table).Sql(" where ");
        _ = identity.IgnoreCase
            ? statement.Sql("lower(").Column(identity.Column).Sql(") = lower(").Value(value).Sql(")")
            : statement.Column(identity.Column).Sql(" = ").Value(value);
        return statement.Sql(" limit ").Value((long)MostPersons + 1);
    }

    private bool Fits(IdentityMapping candidate, SubjectIdentity identity) =>
        candidate.Kind == identity.Kind
        && string.Equals(candidate.Issuer ?? source, identity.Issuer ?? source, StringComparison.Ordinal);

    private async Task<IEnumerable<string>> FindAsync(
        SqlSession session, IdentityMapping candidate, SubjectIdentity identity, Gaps gaps, CancellationToken cancellationToken)
    {
        var holders = await session.TryQueryAsync(
            Lookup(candidate, identity.Value),
            row => (
                Number: row.IsDBNull(0) ? null : row.GetString(0),
                From: values.Date(row.GetValue(1)),
                To: values.Date(row.GetValue(2)),
                Observed: values.Date(row.GetValue(3))),
            cancellationToken);
        if (holders is null)
        {
            return [];
        }

        if (holders.Count > MostPersons)
        {
            gaps.Add($"More than {MostPersons} rows of {candidate.Table} hold the same {candidate.Kind}; only {MostPersons} were followed.");
        }

        var numbers = holders.Take(MostPersons)
            .Where(holder => holder.Number is not null && IsWithin(identity, candidate, holder.From, holder.To, holder.Observed))
            .Select(holder => holder.Number!);

        // What an erased customer left behind in other tables is still found by the number itself.
        return candidate.IsPersonNumber ? numbers.Append(identity.Value).Distinct(StringComparer.Ordinal) : numbers;
    }

    /// <summary>Whether the row held the identity at a time when it was this person's: numbers and addresses pass from hand to hand.</summary>
    private bool IsWithin(SubjectIdentity identity, IdentityMapping candidate, DateOnly? from, DateOnly? to, DateOnly? observed)
    {
        if (candidate.ValidFrom is null && candidate.ValidTo is null)
        {
            from = to = observed ?? values.DayOf(time.GetUtcNow());
        }

        return (identity.ValidFrom is null || to is null || to >= identity.ValidFrom)
            && (identity.ValidTo is null || from is null || from <= identity.ValidTo);
    }
}
