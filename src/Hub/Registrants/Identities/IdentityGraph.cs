using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What the hub remembers of who is who: identities, the links between them, and what must not be linked.</summary>
/// <remarks>
/// Identities are read in any way of writing and kept in normal form; one that is none of its kind (an identity code
/// without its sign, for example) matches nobody and is not remembered.
/// </remarks>
public sealed class IdentityGraph(
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    KnownIdentityKinds kinds,
    BlindIndex blinds,
    PersonKeys keys,
    TimeProvider clock)
{
    /// <summary>
    /// The registrant whom an identity names. An identity that can be shared (e-mail, phone, business id) names nobody:
    /// null, see <see cref="FindCandidatesAsync"/>.
    /// </summary>
    public async Task<KnownRegistrant?> FindAsync(string register, SubjectIdentity identity, CancellationToken cancellationToken)
    {
        if (IdentityReading.Of(identity, kinds, blinds) is not { Shareable: false } reading)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = Session(db, register);
        var component = await session.ComponentOfAsync(reading, cancellationToken);
        return component is null ? null : await session.ViewAsync(component, [], cancellationToken);
    }

    /// <summary>The registrant with this id, or the older one that it turned out to be the same person as.</summary>
    public async Task<KnownRegistrant?> FindAsync(string register, Guid registrantId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = Session(db, register);
        var component = await session.ComponentOfAsync(registrantId, cancellationToken);
        return component is null ? null : await session.ViewAsync(component, [], cancellationToken);
    }

    /// <summary>Everybody who is known to hold an identity, shareable ones included: people to choose from, not an answer.</summary>
    public async Task<IReadOnlyList<KnownRegistrant>> FindCandidatesAsync(
        string register, SubjectIdentity identity, CancellationToken cancellationToken)
    {
        if (IdentityReading.Of(identity, kinds, blinds) is not { } reading)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = Session(db, register);
        var found = new Dictionary<Guid, KnownRegistrant>();
        foreach (var component in await session.HoldersOfAsync(reading, cancellationToken))
        {
            if (await session.ViewAsync(component, [], cancellationToken) is { } registrant)
            {
                found.TryAdd(registrant.Id, registrant);
            }
        }

        return [.. found.Values];
    }

    /// <summary>Keeps what sources showed of one person. Writes only what is new; the same again writes nothing.</summary>
    /// <remarks>
    /// The person is the first identity that can name one. What links connect to it is kept; what nothing connects is not.
    /// A shareable identity is kept as one that the person holds and never joins two people. Two known registrants that a
    /// link shows to be one become one with the older id; revoking the link parts them again. A link that a separation or a
    /// contradiction forbids is not kept but told in <see cref="KnownRegistrant.Refused"/>.
    /// </remarks>
    /// <param name="register">The register's id.</param>
    /// <param name="identities">The person's identities; at least one that is valid.</param>
    /// <param name="links">The links that connect them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">None of the identities is valid.</exception>
    public async Task<KnownRegistrant> RememberAsync(
        string register,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<ObservedLink> links,
        CancellationToken cancellationToken)
    {
        var observation = Observation.Of(identities, links, kinds, blinds);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var learning = new IdentityLearning(Session(db, register), mayWrite: false);
            if (await learning.LearnAsync(observation, cancellationToken) is { } known)
            {
                return known;
            }
        }

        return await gate.WriteAsync(
            async (db, ct) => await new IdentityLearning(Session(db, register), mayWrite: true).LearnAsync(observation, ct)
                ?? throw new InvalidOperationException("What was just written is not found."),
            cancellationToken);
    }

    /// <summary>A person looked at the evidence and says that two identities are one person's.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrantId">The registrant that holds at least one of the two.</param>
    /// <param name="a">One identity.</param>
    /// <param name="b">The other; not necessarily known yet.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why. Kept encrypted: it is free text about people.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LinkForbiddenException">A contradiction or a separation forbids it.</exception>
    /// <exception cref="ArgumentException">An identity is not valid, or the registrant holds neither.</exception>
    public Task ConfirmLinkAsync(
        string register,
        Guid registrantId,
        SubjectIdentity a,
        SubjectIdentity b,
        string by,
        string reason,
        CancellationToken cancellationToken)
    {
        var (left, right) = (ReadingOf(a), ReadingOf(b));
        return gate.WriteAsync(
            (db, ct) => new IdentityDecisions(Session(db, register)).ConfirmAsync(registrantId, left, right, by, reason, ct),
            cancellationToken);
    }

    /// <summary>
    /// A person says that two identities are not the same person's: links are revoked until no path connects them, the
    /// youngest on each path first, and no link that would connect them again is accepted.
    /// </summary>
    /// <param name="register">The register's id.</param>
    /// <param name="a">One identity.</param>
    /// <param name="b">The other.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why. Kept encrypted: it is free text about people.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">An identity is not valid, or both are the same.</exception>
    public Task SeparateAsync(
        string register, SubjectIdentity a, SubjectIdentity b, string by, string reason, CancellationToken cancellationToken)
    {
        var (left, right) = (ReadingOf(a), ReadingOf(b));
        return gate.WriteAsync(
            (db, ct) => new IdentityDecisions(Session(db, register)).SeparateAsync(left, right, by, reason, ct),
            cancellationToken);
    }

    /// <summary>Takes a separation back. Links that it cut stay revoked; sources or people may show them anew.</summary>
    /// <returns>False when there is no such separation in force.</returns>
    public Task<bool> LiftSeparationAsync(string register, Guid separationId, string by, CancellationToken cancellationToken) =>
        gate.WriteAsync(
            (db, ct) => new IdentityDecisions(Session(db, register)).LiftSeparationAsync(separationId, by, ct),
            cancellationToken);

    private IdentitySession Session(HubDbContext db, string register) => new(db, register, kinds, keys, clock);

    private IdentityReading ReadingOf(SubjectIdentity identity) =>
        IdentityReading.Of(identity, kinds, blinds)
        ?? throw new ArgumentException($"The identity of kind {identity.Kind} is not valid.", nameof(identity));
}
