using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>What a purpose of a register may see: the one place that decides it.</summary>
internal sealed class PurposeView(Purpose purpose)
{
    /// <summary>Whether values of a data category may be seen.</summary>
    public bool Allows(string category) => purpose.Allows(category);

    /// <summary>Whether a field may be seen.</summary>
    public bool Allows(RecordType type, RecordField field) => Allows(field.Category ?? type.Category);

    /// <summary>Whether any field of a record type may be seen.</summary>
    public bool AllowsAnyOf(RecordType type) => type.Fields.Any(field => Allows(type, field));
}
