using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>A record that tells identities, with what it tells.</summary>
/// <param name="Source">The source that holds it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Record">The record.</param>
/// <param name="Identities">The registrant's identities that it tells, in their normal form.</param>
/// <param name="BirthDate">The date of birth that it tells, by a field or by an identity code.</param>
/// <param name="Shared">True when the source says that its identities are used by several persons.</param>
internal sealed record IdentifiedRecord(
    Source Source,
    RecordType Type,
    PersonalRecord Record,
    IReadOnlyList<SubjectIdentity> Identities,
    DateOnly? BirthDate,
    bool Shared)
{
    /// <summary>Two readings of one record are one.</summary>
    public (string Source, string Type, string Key) Place => (Source.Id, Type.Name, Record.Key);
}
