using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Retention;

/// <summary>How long one field of one record stays.</summary>
internal sealed record HeldEnd(RecordType Type, string Key, RecordField Field, RetentionEnd End)
{
    /// <summary>The field.</summary>
    public RecordTarget Target => new(Type.Name, Key, Field.Name);
}
