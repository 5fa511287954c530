using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Sets and lifts the flag that restricts a record.</summary>
internal sealed class Restrictor(SqlMapping mapping, RowFinder rows)
{
    private readonly ColumnWriter columns = new(mapping.TimeZone);

    public async Task<WriteItem> RestrictAsync(
        SqlSession session, RecordTarget target, bool restricted, FoundPersons persons, CancellationToken cancellationToken)
    {
        var record = mapping.Records.FirstOrDefault(candidate => candidate.Type.Name == target.RecordType);
        if (record?.Writing.Restricted is not { } flag)
        {
            return new WriteUnsupported("The source has no place to mark such a record as restricted.");
        }

        if (target.Field is not null)
        {
            return new WriteUnsupported("The source restricts whole records only.");
        }

        var (row, _) = await rows.FindAsync(session, record, target.Key, persons, cancellationToken);
        if (row is null)
        {
            return new WriteNotHeld();
        }

        if (row.Content.Restricted == restricted)
        {
            return new WriteDone();
        }

        var content = await columns.FormAsync(session, row, flag, new BooleanValue(restricted), cancellationToken);
        var done = await session.AttemptAsync(
            async () => await ColumnWriter.UpdateAsync(session, row, new Dictionary<string, object?> { [flag] = content }, cancellationToken)
                && await rows.ReadAgainAsync(session, row, cancellationToken) is { } after && after.Content.Restricted == restricted,
            cancellationToken);
        return done ? new WriteDone() : new WriteUnsupported("The database refuses to change the mark: a rule of its own stands against it.");
    }
}
