using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Drift;

/// <summary>A field that a source holds, with the category it belongs to.</summary>
internal sealed record HeldField(Source Source, RecordType Type, RecordField Field)
{
    public string Category => Field.Category ?? Type.Category;

    /// <summary>As people write it: <c>crm customer.email</c>.</summary>
    public override string ToString() => $"{Source.Id} {Type.Name}.{Field.Name}";
}
