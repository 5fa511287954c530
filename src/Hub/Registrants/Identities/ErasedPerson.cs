using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Somebody whose data was erased and whom a restored database knows again.</summary>
/// <param name="Id">The registrant's id.</param>
/// <param name="Identities">By what sources know them.</param>
internal sealed record ErasedPerson(Guid Id, IReadOnlyList<SubjectIdentity> Identities)
{
    /// <summary>The id, never an identity.</summary>
    public override string ToString() => $"registrant {Id}";
}
