using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>A record that a scope takes in, wholly or in part.</summary>
/// <param name="Record">The record.</param>
/// <param name="Type">Its type.</param>
/// <param name="Fields">The fields; null for the whole record.</param>
internal sealed record SelectedRecord(PersonalRecord Record, RecordType Type, IReadOnlyList<RecordField>? Fields)
{
    /// <summary>What operations name: the record, or each of the fields.</summary>
    public IEnumerable<RecordTarget> Targets => Fields is null
        ? [new(Type.Name, Record.Key)]
        : Fields.Select(TargetOf);

    /// <summary>Each field of the record that holds a value.</summary>
    public IEnumerable<RecordTarget> HeldFields => HeldFieldsOf(Type, Record).Select(TargetOf);

    /// <summary>
    /// The record as far as fields of it are taken in: wholly where all are, and null where none that holds a value is.
    /// </summary>
    public static SelectedRecord? Of(PersonalRecord record, RecordType type, Func<RecordField, bool> taken)
    {
        if (type.Fields.All(taken))
        {
            return new(record, type, null);
        }

        var fields = HeldFieldsOf(type, record).Where(taken).ToList();
        return fields.Count == 0 ? null : new(record, type, fields);
    }

    private RecordTarget TargetOf(RecordField field) => new(Type.Name, Record.Key, field.Name);

    private static IEnumerable<RecordField> HeldFieldsOf(RecordType type, PersonalRecord record) =>
        type.Fields.Where((_, ordinal) => record.Values[ordinal] is not null);
}
