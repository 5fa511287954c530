namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A record, or one field of it, that an operation is about.</summary>
/// <param name="RecordType">The record type's name.</param>
/// <param name="Key">The record's key at the source.</param>
/// <param name="Field">The field's name; null for the whole record.</param>
public sealed record RecordTarget(string RecordType, string Key, string? Field = null)
{
    /// <summary>Type and field, never the key: some sources build keys from personal data.</summary>
    public override string ToString() => Field is null ? RecordType : $"{RecordType}.{Field}";
}
