using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Recognises the people of requests by keyed hashes, which outlive what the hub knows of them.</summary>
internal sealed class RequestSubjects(
    IDbContextFactory<HubDbContext> contexts, IdentityGraph graph, KnownIdentityKinds kinds, BlindIndex blinds)
{
    /// <summary>The hashes of identities that name one person; those that people share are left out.</summary>
    public IReadOnlyList<byte[]> BlindsOf(IEnumerable<SubjectIdentity> identities) =>
        [.. identities
            .Select(identity => IdentityReading.Of(identity, kinds, blinds))
            .OfType<IdentityReading>()
            .Where(reading => !reading.Shareable)
            .Select(reading => reading.Blind)];

    /// <summary>By which ids and hashes a person's requests are found; also when the hub has forgotten the person.</summary>
    /// <exception cref="RegistrantQueryException">The key is malformed, or names what people share.</exception>
    public async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<byte[]> Blinds)> FindAsync(
        ConnectorCatalog catalog, Register register, RegistrantKey key, CancellationToken cancellationToken)
    {
        if (key is RegistrantKey.ById byId)
        {
            var named = await graph.FindAsync(register.Id, byId.Id, cancellationToken).ConfigureAwait(false);
            return ([byId.Id, .. Others(named, byId.Id)], BlindsOf(named?.Identities ?? []));
        }

        var given = GivenIdentity.Of(register, key, [.. catalog.SourcesOf(register.Id)], kinds);
        if (kinds.Of(given.Kind).Strength == IdentityStrength.Shareable)
        {
            throw new RegistrantQueryException(
                "SHARED_IDENTITY", "People share this kind of identity; list requests by customer id, registrant id or another identity.");
        }

        var known = await graph.FindAsync(register.Id, given, cancellationToken).ConfigureAwait(false);
        return ([.. Others(known, Guid.Empty)], BlindsOf([given, .. known?.Identities ?? []]));
    }

    /// <summary>The erasure that erased what is asked for; null when none did.</summary>
    public async Task<Guid?> ErasedByAsync(string register, IReadOnlyList<byte[]> of, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Tombstones.AsNoTracking()
            .Where(row => row.Register == register && of.Contains(row.Blind))
            .OrderByDescending(row => row.Key)
            .Select(row => (Guid?)row.RequestId)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<Guid> Others(KnownRegistrant? known, Guid than) =>
        known is null ? [] : known.Ids.Append(known.Id).Distinct().Where(id => id != than);
}
