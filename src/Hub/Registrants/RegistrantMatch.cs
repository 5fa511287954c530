using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>One person.</summary>
/// <param name="Known">The person with all identities that the hub takes for the person's.</param>
/// <param name="Person">What the sources told, within that.</param>
/// <param name="Kinds">What is known of the kinds of identity.</param>
internal sealed record RegistrantMatch(KnownRegistrant Known, PersonAssembly Person, KnownIdentityKinds Kinds)
{
    /// <summary>The identities by which a source is read; one under which it files another's record is left out.</summary>
    public IReadOnlyList<SubjectIdentity> IdentitiesAt(Source source) =>
        [.. Asking.IdentitiesFor(source, Known.Identities, Kinds).Where(identity => !Person.IsAnothersToo(source, identity))];

    /// <summary>The registrant, never an identity.</summary>
    public override string ToString() => Known.ToString();
}
