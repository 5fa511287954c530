using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>Keeps what is restricted of whom, on which ground and since when (GDPR Art. 18).</summary>
internal sealed class RestrictionBook(IDbContextFactory<HubDbContext> contexts, RestrictionHash hash, TimeProvider time)
{
    /// <summary>The restrictions in force on a registrant, those from before it became one with another included.</summary>
    public async Task<RestrictionsInForce> InForceAsync(string register, Guid registrantId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var person = await IdentityRows.ComponentOfAsync(db, register, registrantId, today, cancellationToken).ConfigureAwait(false);
        var ids = person?.Homes.Values.Select(home => home.Id) ?? [];
        return await ReadAsync(db, register, [.. ids.Append(registrantId).Distinct()], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same with one query, for a registrant who was looked up.</summary>
    public async Task<RestrictionsInForce> InForceAsync(KnownRegistrant registrant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(db, registrant.Register, [.. registrant.Ids], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether anything that a request restricted is still restricted.</summary>
    public async Task<bool> IsInForceAsync(string register, Guid request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Restrictions.AnyAsync(
            row => row.Register == register && row.RequestId == request && row.LiftedAt == null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a request restricted, lifted meanwhile or not, and what other requests restrict of the same person.</summary>
    public async Task<(RestrictionsInForce Lifted, RestrictionsInForce Staying)> LiftedByAsync(
        string register, Guid request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Restrictions.AsNoTracking().Where(row => row.Register == register && row.RequestId == request)
            .OrderBy(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        var staying = new List<Restriction>();
        foreach (var registrant in rows.Select(row => row.RegistrantId).Distinct())
        {
            var all = await InForceAsync(register, registrant, cancellationToken).ConfigureAwait(false);
            staying.AddRange(all.All.Where(one => one.Request != request));
        }

        return (new(register, [.. rows.Select(InForce)], hash), new(register, staying, hash));
    }

    /// <summary>Restricts, within a unit of the write gate. The same of the same request again changes nothing.</summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="register">The register's id.</param>
    /// <param name="registrantId">Whose data.</param>
    /// <param name="requestId">The request that asks for it.</param>
    /// <param name="ground">Why.</param>
    /// <param name="part">What of the data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task AddAsync(
        HubDbContext db,
        string register,
        Guid registrantId,
        Guid requestId,
        RestrictionGround ground,
        RestrictedPart part,
        CancellationToken cancellationToken)
    {
        var row = new RestrictionRow
        {
            Id = Guid.NewGuid(),
            Register = register,
            RegistrantId = registrantId,
            RequestId = requestId,
            Scope = ScopeOf(part),
            Category = (part as RestrictedPart.Category)?.Id,
            Target = part is RestrictedPart.Held held ? hash.Of(register, held.Source, held.Target) : null,
            Ground = ground,
            Since = time.GetUtcNow(),
        };
        if (!await db.Restrictions.AnyAsync(
            known => known.RequestId == requestId && known.Scope == row.Scope && known.Category == row.Category
                && known.Target == row.Target && known.LiftedAt == null,
            cancellationToken).ConfigureAwait(false))
        {
            db.Restrictions.Add(row);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lifts what a request restricted, within a unit of the write gate.</summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="requestId">The request that restricted.</param>
    /// <param name="toldAt">When the person was told that it ends: before it does (Art. 18(3)).</param>
    /// <param name="by">Who lifts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many restrictions were in force; 0 when there were none.</returns>
    /// <exception cref="RegistrantQueryException">The person was not told, or the time lies in the future.</exception>
    public async Task<int> LiftAsync(
        HubDbContext db, Guid requestId, DateTimeOffset? toldAt, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (toldAt is not { } told || told == default || told > now)
        {
            throw new RegistrantQueryException(
                "NOT_TOLD", "Say when the person was told that the restriction ends: a time that is past (GDPR Art. 18(3)).");
        }

        var rows = await db.Restrictions.Where(row => row.RequestId == requestId && row.LiftedAt == null)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            (row.LiftedAt, row.ToldAt, row.LiftedBy) = (now, told, by);
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return rows.Count;
    }

    private async Task<RestrictionsInForce> ReadAsync(HubDbContext db, string register, Guid[] ids, CancellationToken cancellationToken)
    {
        var rows = await db.Restrictions.AsNoTracking()
            .Where(row => row.Register == register && ids.Contains(row.RegistrantId) && row.LiftedAt == null)
            .OrderBy(row => row.Key)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(register, [.. rows.Select(InForce)], hash);
    }

    private static RestrictionScope ScopeOf(RestrictedPart part) => part switch
    {
        RestrictedPart.Person => RestrictionScope.Person,
        RestrictedPart.Category => RestrictionScope.Category,
        RestrictedPart.Held { Target.Field: null } => RestrictionScope.Record,
        RestrictedPart.Held => RestrictionScope.Field,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "The set of parts is closed."),
    };

    private static Restriction InForce(RestrictionRow row) => new()
    {
        Ground = row.Ground,
        Since = row.Since,
        Scope = row.Scope,
        Category = row.Category,
        Request = row.RequestId,
        Target = row.Target,
    };
}
