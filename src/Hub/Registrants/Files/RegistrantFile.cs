using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Files;

/// <summary>Everything that every source of a register holds of one person: what rights are fulfilled on.</summary>
/// <param name="Registrant">The person.</param>
/// <param name="Sources">One for every source of the register, in its precedence.</param>
/// <param name="Candidates">Who may be the same person.</param>
internal sealed record RegistrantFile(
    KnownRegistrant Registrant, IReadOnlyList<SourceFile> Sources, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>The registrant, never an identity or a record.</summary>
    public override string ToString() => Registrant.ToString();
}
