using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <inheritdoc cref="IRegistrantForgetting"/>
/// <remarks>
/// The rows go and, with a registrant's last identity, its key: what a backup still holds of them opens no more. Revoked
/// links go too; separations stay without their reason, as they name nobody and protect the other person.
/// </remarks>
internal sealed class IdentityForgetting(
    Func<string, IEnumerable<Source>> sourcesOf, KnownIdentityKinds kinds, PersonKeys keys, TimeProvider clock) : IRegistrantForgetting
{
    public async Task ForgetAsync(
        HubDbContext db,
        string register,
        Guid registrantId,
        IReadOnlySet<string> sourcesStillHolding,
        CancellationToken cancellationToken)
    {
        var session = new IdentitySession(db, register, kinds, keys, clock);
        if (await session.ComponentOfAsync(registrantId, cancellationToken) is not { } person)
        {
            return;
        }

        var rows = person.Identities.ToList();
        var retained = RetainedIdentities.None;
        if (sourcesStillHolding.Count > 0)
        {
            retained = RetainedIdentities.Of(person, sourcesStillHolding, sourcesOf(register));
        }
        else
        {
            rows.AddRange(await TakeStraysAsync(session, person, cancellationToken));
        }

        var gone = rows.Where(row => !retained.Identities.Contains(row.Key)).ToList();
        await ForgetLinksAsync(db, rows, gone, retained, sourcesStillHolding, cancellationToken);
        var homes = await EmptiedAsync(db, gone, cancellationToken);
        await ForgetReasonsAsync(db, register, gone, homes, cancellationToken);
        await ForgetRowsAsync(db, gone, homes, cancellationToken);
        if (retained.Identities.Count > 0)
        {
            await HandOnAsync(db, register, person, homes, cancellationToken);
        }
    }

    // What is stored under the person's key without being linked any more: others' is given to them, nobody's goes too.
    private static async Task<List<IdentityRow>> TakeStraysAsync(IdentitySession session, IdentityComponent person, CancellationToken ct)
    {
        var strays = await session.Db.Identities.AsNoTracking()
            .Where(row => person.Anchored.Contains(row.RegistrantKey)).OrderBy(row => row.Key).ToListAsync(ct);
        strays.RemoveAll(row => person.Contains(row.Key));
        var nobodys = new List<IdentityRow>();
        foreach (var stray in strays)
        {
            var holder = await IdentityRows.ComponentOfAsync(session.Db, stray, DateOnly.FromDateTime(session.Now.UtcDateTime), ct);
            if (holder.Registrant is null)
            {
                nobodys.Add(stray);
            }
            else
            {
                await session.SettleAsync(holder, ct);
            }
        }

        return nobodys;
    }

    private static async Task ForgetLinksAsync(
        HubDbContext db,
        List<IdentityRow> rows,
        List<IdentityRow> gone,
        RetainedIdentities retained,
        IReadOnlySet<string> holding,
        CancellationToken ct)
    {
        var (all, forgotten) = (Keys(rows), Keys(gone));
        var links = await db.Links.AsNoTracking()
            .Where(link => all.Contains(link.AKey) || all.Contains(link.BKey))
            .Select(link => new { link.Key, link.AKey, link.BKey, link.Source })
            .ToListAsync(ct);
        long[] unneeded = [.. links
            .Where(link => forgotten.Contains(link.AKey) || forgotten.Contains(link.BKey)
                || (link.Source is { } source && !holding.Contains(source) && !retained.Links.Contains(link.Key)))
            .Select(link => link.Key)];
        await db.Links.Where(link => unneeded.Contains(link.Key)).ExecuteDeleteAsync(ct);
    }

    /// <summary>The registrants that hold no other identity.</summary>
    private static async Task<long[]> EmptiedAsync(HubDbContext db, List<IdentityRow> gone, CancellationToken ct)
    {
        var forgotten = Keys(gone);
        long[] homes = [.. gone.Select(row => row.RegistrantKey).Distinct()];
        var inhabited = await db.Identities
            .Where(row => homes.Contains(row.RegistrantKey) && !forgotten.Contains(row.Key))
            .Select(row => row.RegistrantKey).Distinct().ToListAsync(ct);
        return [.. homes.Except(inhabited)];
    }

    private static async Task ForgetReasonsAsync(
        HubDbContext db, string register, List<IdentityRow> gone, long[] homes, CancellationToken ct)
    {
        var forgotten = Keys(gone);
        foreach (var row in gone)
        {
            // Who still shares the identity keeps the reason of a decision about it.
            if (!await db.Identities.AnyAsync(
                other => other.Register == register && other.Blind == row.Blind && !forgotten.Contains(other.Key), ct))
            {
                await ForgetReasonAsync(db.Separations.Where(
                    separation => separation.Register == register && (separation.ABlind == row.Blind || separation.BBlind == row.Blind)), ct);
            }
        }

        await ForgetReasonAsync(
            db.Separations.Where(row => row.ReasonRegistrantKey != null && homes.Contains(row.ReasonRegistrantKey.Value)), ct);
        await db.Links.Where(row => row.ReasonRegistrantKey != null && homes.Contains(row.ReasonRegistrantKey.Value))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Reason, (byte[]?)null).SetProperty(row => row.ReasonRegistrantKey, (long?)null), ct);
    }

    private static Task<int> ForgetReasonAsync(IQueryable<SeparationRow> separations, CancellationToken ct) =>
        separations.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Reason, (byte[]?)null).SetProperty(row => row.ReasonRegistrantKey, (long?)null), ct);

    private static async Task ForgetRowsAsync(HubDbContext db, List<IdentityRow> gone, long[] homes, CancellationToken ct)
    {
        var forgotten = Keys(gone);
        db.HasDestroyed = true;
        await db.Identities.Where(row => forgotten.Contains(row.Key)).ExecuteDeleteAsync(ct);
        await db.PersonKeys.Where(row => homes.Contains(row.RegistrantKey)).ExecuteDeleteAsync(ct);
        await db.Registrants.Where(row => homes.Contains(row.Key)).ExecuteDeleteAsync(ct);
    }

    // What was restricted, decided or disclosed before two registrants became one stays so when one of the two ids goes.
    private static async Task HandOnAsync(
        HubDbContext db, string register, IdentityComponent person, long[] homes, CancellationToken ct)
    {
        Guid[] ids = [.. person.Homes.Where(home => homes.Contains(home.Key)).Select(home => home.Value.Id)];
        await db.Restrictions.Where(row => row.Register == register && ids.Contains(row.RegistrantId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegistrantId, person.Registrant!.Id), ct);
        await db.Permissions.Where(row => row.Register == register && ids.Contains(row.RegistrantId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegistrantId, person.Registrant!.Id), ct);
        await db.DisclosurePersons.Where(row => row.Register == register && ids.Contains(row.RegistrantId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegistrantId, person.Registrant!.Id), ct);
    }

    private static long[] Keys(List<IdentityRow> rows) => [.. rows.Select(row => row.Key)];
}
