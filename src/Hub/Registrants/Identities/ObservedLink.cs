using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What a source showed: one of its records holds both identities.</summary>
/// <param name="A">One identity, in its normal form.</param>
/// <param name="B">The other, in its normal form.</param>
/// <param name="Source">The id of the source that showed it.</param>
/// <param name="RecordType">The type of the record, as evidence; never its key.</param>
/// <param name="Method">How it is known.</param>
/// <param name="ValidFrom">The first day on which it holds; null when not known.</param>
/// <param name="ValidTo">The last day on which it holds; null while it still does.</param>
public sealed record ObservedLink(
    SubjectIdentity A,
    SubjectIdentity B,
    string Source,
    string RecordType,
    LinkMethod Method = LinkMethod.SourceRecord,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null)
{
    /// <summary>Source and record type, never the values.</summary>
    public override string ToString() => $"{Source}/{RecordType}";
}
