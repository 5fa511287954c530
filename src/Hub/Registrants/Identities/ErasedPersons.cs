using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Finds in a restored database whom an erasure was about that the backup does not know of.</summary>
internal sealed class ErasedPersons(KnownIdentityKinds kinds, PersonKeys keys, TimeProvider clock)
{
    /// <summary>Everybody who bears the registrant's id or one of the hashes, with the identities by which sources know them.</summary>
    public async Task<IReadOnlyList<ErasedPerson>> FindAsync(
        HubDbContext db, string register, Guid registrantId, IReadOnlyList<byte[]> blinds, CancellationToken cancellationToken)
    {
        var session = new IdentitySession(db, register, kinds, keys, clock);
        var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
        var found = new List<IdentityComponent>();
        if (await session.ComponentOfAsync(registrantId, cancellationToken).ConfigureAwait(false) is { } named)
        {
            found.Add(named);
        }

        foreach (var blind in blinds)
        {
            foreach (var row in await IdentityRows.ByBlindAsync(db, register, blind, cancellationToken).ConfigureAwait(false))
            {
                if (!found.Exists(one => one.Contains(row.Key)))
                {
                    found.Add(await IdentityRows.ComponentOfAsync(db, row, today, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        var persons = new List<ErasedPerson>();
        foreach (var one in found)
        {
            persons.Add(new(
                (one.Registrant ?? one.Homes.Values.First()).Id,
                await new RegistrantView(session, kinds).IdentitiesOfAsync(one, cancellationToken).ConfigureAwait(false)));
        }

        return persons;
    }
}
