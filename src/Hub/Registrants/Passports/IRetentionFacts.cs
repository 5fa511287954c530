using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Tells what is known of a person beside the records, so that it can be said how long these stay.</summary>
internal interface IRetentionFacts
{
    /// <summary>How the relationship and the consents stand; what a source did not tell is not known, with the reason.</summary>
    Task<RetentionFacts> OfAsync(Register register, KnownRegistrant person, CancellationToken cancellationToken);
}
