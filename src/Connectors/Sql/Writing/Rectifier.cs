using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Corrects values where they are still what the decision was taken on.</summary>
internal sealed class Rectifier(SqlMapping mapping, RowFinder rows, RetentionReader retention, DateTimeOffset now)
{
    private const string RefusedByDatabase =
        "The database refuses the value: a rule of its own (required, unique, length, reference, check) stands against it.";

    private readonly ColumnWriter columns = new(mapping.TimeZone);

    public async Task<WriteItem> CorrectAsync(
        SqlSession session, FieldCorrection correction, FoundPersons persons, CancellationToken cancellationToken)
    {
        var target = correction.Target;
        var record = mapping.Records.FirstOrDefault(candidate => candidate.Type.Name == target.RecordType);
        var field = record?.Fields.FirstOrDefault(candidate => candidate.Field.Name == target.Field);
        if (record?.Writing.Corrections is null || field is null)
        {
            return new WriteUnsupported("The source's settings do not map how this is corrected; correct it in the source itself.");
        }

        var (row, _) = await rows.FindAsync(session, record, target.Key, persons, cancellationToken);
        if (row is null)
        {
            return new WriteNotHeld();
        }

        var held = row.ValueOf(field);
        return FieldValues.Same(held, correction.NewValue) ? new WriteDone()
            : !FieldValues.Same(held, correction.Expected) ? new WriteConflict("The source holds another value than the one that was to be corrected.")
            : Unfit(record, field, correction.NewValue) is { } reason ? new WriteUnsupported(reason)
            : await StandsAgainstAsync(session, row, field, cancellationToken)
                ?? (correction.NewValue is null && field.Writing.ErasesRow
                    ? await RemoveAsync(session, row, cancellationToken)
                    : await WriteAsync(session, row, field, correction.NewValue, cancellationToken));
    }

    /// <summary>Why the value cannot stand in the field, whatever the row; null when it can.</summary>
    private static string? Unfit(RecordMapping record, FieldMapping field, FieldValue? value)
    {
        if (field is RowsMapping)
        {
            return "A list is corrected in the source itself.";
        }

        if (field.Field.IdentityKind == IdentityKinds.CustomerNumber || field.Columns.Any(record.IsKey))
        {
            return "The number by which systems know the person or the record is not corrected: other records refer to it.";
        }

        if (value is not null && value.Kind != field.Field.Kind)
        {
            return "The new value is not of the field's kind.";
        }

        return field is PartsMapping parts && value is CompositeValue { Parts: var values }
            && (values.Count != parts.PartColumns.Count || values.Zip(parts.PartColumns).Any(pair => pair is { First: not null, Second: null }))
                ? "The source has no place for a part of the new value."
                : null;
    }

    private static async Task<WriteItem?> StandsAgainstAsync(
        SqlSession session, TargetRow row, FieldMapping field, CancellationToken cancellationToken)
    {
        foreach (var rule in field.Writing.Corrections.Concat(row.Record.Writing.Corrections!))
        {
            var found = await session.QueryAsync(
                row.Where(new Statement().Sql("select 1 from ").Table(row.Record.Table)).And(rule.Where), _ => true, cancellationToken);
            if (found.Count > 0)
            {
                return rule.Instruction is { } instruction ? new WriteManual(instruction) : new WriteUnsupported(rule.Reason!);
            }
        }

        return null;
    }

    private async Task<WriteItem> RemoveAsync(SqlSession session, TargetRow row, CancellationToken cancellationToken) =>
        await retention.OfAsync(session, row, cancellationToken) is { } retained ? retained
        : await session.AttemptAsync(() => ColumnWriter.DeleteAsync(session, row, cancellationToken), cancellationToken) ? new WriteDone()
        : new WriteUnsupported("The record goes with its value, but others in the database refer to it.");

    private async Task<WriteItem> WriteAsync(
        SqlSession session, TargetRow row, FieldMapping field, FieldValue? value, CancellationToken cancellationToken)
    {
        var changed = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (column, part) in Parts(field, value))
        {
            changed[column] = await columns.FormAsync(session, row, column, part, cancellationToken)
                ?? (value is null ? field.Writing.ErasedText : null);
        }

        if (ConfirmedAt(row.Record) is { } observedAt)
        {
            changed[observedAt] = await columns.FormAsync(session, row, observedAt, new InstantValue(now), cancellationToken);
        }

        var reads = true;
        var done = await session.AttemptAsync(
            async () =>
            {
                // The column may round, cut or pad: only what reads as the new value is a correction.
                reads = await ColumnWriter.UpdateAsync(session, row, changed, cancellationToken)
                    && FieldValues.Same((await rows.ReadAgainAsync(session, row, cancellationToken))?.ValueOf(field), value);
                return reads;
            },
            cancellationToken);
        return done ? new WriteDone()
            : new WriteUnsupported(reads ? RefusedByDatabase : "The database cannot hold the value as given: its column rounds, cuts or pads it.");
    }

    private static IEnumerable<(string Column, FieldValue? Value)> Parts(FieldMapping field, FieldValue? value)
    {
        if (field is not PartsMapping parts)
        {
            return field.Columns.Select(column => (column, value));
        }

        var values = (value as CompositeValue)?.Parts ?? [.. parts.PartColumns.Select(_ => (FieldValue?)null)];
        return parts.PartColumns.Zip(values).Where(part => part.First is not null).Select(part => (part.First!, part.Second));
    }

    /// <summary>The column that says only when the record was last confirmed; not one that tells when something happened.</summary>
    private static string? ConfirmedAt(RecordMapping record) =>
        record.ObservedAt is { } column && column != record.StoredAt && !record.Fields.Any(field => field.Columns.Contains(column))
            ? column
            : null;
}
