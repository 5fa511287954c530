using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Finds out whom a key names, without reading what is held of that person.</summary>
internal sealed class RegistrantLookup(RegistrantIdentification identification)
{
    /// <summary>Who it is, with the means to read chosen records.</summary>
    /// <exception cref="RegistrantQueryException">The key is malformed, or nobody or several people are found by it.</exception>
    public async Task<FoundRegistrant> FindAsync(
        ConnectorCatalog catalog, Register register, RegistrantKey key, TimeSpan waitAtMost, CancellationToken cancellationToken)
    {
        var sources = RegistrantIdentification.SourcesOf(catalog, register);
        var telling = sources.Where(Asking.KnowsPersons).ToList();
        var found = await identification.FindAsync(register, key, sources, _ => telling, waitAtMost, cancellationToken).ConfigureAwait(false);
        return found.Match is { } match
            ? new(match, found.Session, sources)
            : throw new RegistrantQueryException(
                found.Conclusive ? "UNKNOWN_REGISTRANT" : "NOT_IDENTIFIED",
                found.Several.Count > 0
                    ? "Several people are found by this key; name one of them by customer id or registrant id."
                    : found.Conclusive
                        ? "The register knows nobody by this key."
                        : "Nobody was found, but sources that may know the person did not answer. Try again when they do.");
    }
}
