using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Finds one person's rows by index; what it costs depends on that person only.</summary>
internal static class IdentityRows
{
    private static readonly KeptQuery<Func<HubDbContext, string, byte[], IAsyncEnumerable<IdentityRow>>> byBlind =
        new(() => EF.CompileAsyncQuery((HubDbContext db, string register, byte[] blind) =>
            db.Identities.AsNoTracking().Where(row => row.Register == register && row.Blind == blind)
                .OrderBy(row => row.Key).AsQueryable()));

    private static readonly KeptQuery<Func<HubDbContext, long, IAsyncEnumerable<IdentityRow>>> ofHome =
        new(() => EF.CompileAsyncQuery((HubDbContext db, long home) =>
            db.Identities.AsNoTracking().Where(row => row.RegistrantKey == home).OrderBy(row => row.Key).AsQueryable()));

    // Two queries, each along one index: an OR over both ends would read the whole table.
    private static readonly KeptQuery<Func<HubDbContext, long, IAsyncEnumerable<LinkRow>>> fromHome =
        new(() => EF.CompileAsyncQuery((HubDbContext db, long home) =>
            from identity in db.Identities.AsNoTracking()
            where identity.RegistrantKey == home
            join link in db.Links.AsNoTracking() on identity.Key equals link.AKey
            where link.RevokedAt == null
            select link));

    private static readonly KeptQuery<Func<HubDbContext, long, IAsyncEnumerable<LinkRow>>> toHome =
        new(() => EF.CompileAsyncQuery((HubDbContext db, long home) =>
            from identity in db.Identities.AsNoTracking()
            where identity.RegistrantKey == home
            join link in db.Links.AsNoTracking() on identity.Key equals link.BKey
            where link.RevokedAt == null
            select link));

    private static readonly KeptQuery<Func<HubDbContext, long, Task<long?>>> homeOf =
        new(() => EF.CompileAsyncQuery((HubDbContext db, long identity) =>
            db.Identities.Where(row => row.Key == identity).Select(row => (long?)row.RegistrantKey).FirstOrDefault()));

    private static readonly KeptQuery<Func<HubDbContext, long, Task<RegistrantRow?>>> registrant =
        new(() => EF.CompileAsyncQuery((HubDbContext db, long key) =>
            db.Registrants.AsNoTracking().FirstOrDefault(row => row.Key == key)));

    private static readonly KeptQuery<Func<HubDbContext, string, Guid, Task<RegistrantRow?>>> registrantById =
        new(() => EF.CompileAsyncQuery((HubDbContext db, string register, Guid id) =>
            db.Registrants.AsNoTracking().FirstOrDefault(row => row.Register == register && row.Id == id)));

    private static readonly KeptQuery<Func<HubDbContext, string, byte[], IAsyncEnumerable<SeparationRow>>> separationsFrom =
        new(() => EF.CompileAsyncQuery((HubDbContext db, string register, byte[] blind) =>
            db.Separations.AsNoTracking().Where(row => row.Register == register && row.ABlind == blind && row.RevokedAt == null)
                .Concat(db.Separations.Where(row => row.Register == register && row.BBlind == blind && row.RevokedAt == null))));

    private static readonly KeptQuery<Func<HubDbContext, long, Task<byte[]?>>> wrappedKey =
        new(() => EF.CompileAsyncQuery((HubDbContext db, long home) =>
            db.PersonKeys.Where(row => row.RegistrantKey == home).Select(row => row.Wrapped).FirstOrDefault()));

    public static IAsyncEnumerable<SeparationRow> SeparationsOf(HubDbContext db, string register, byte[] blind) =>
        separationsFrom.For(db)(db, register, blind);

    public static Task<byte[]?> WrappedKeyOf(HubDbContext db, long home) => wrappedKey.For(db)(db, home);

    public static Task<RegistrantRow?> RegistrantOfAsync(HubDbContext db, long key) => registrant.For(db)(db, key);

    public static Task<List<IdentityRow>> ByBlindAsync(HubDbContext db, string register, byte[] blind, CancellationToken ct) =>
        ListAsync(byBlind.For(db)(db, register, blind), ct);

    /// <summary>The person that a registrant's id stands for now.</summary>
    public static async Task<IdentityComponent?> ComponentOfAsync(
        HubDbContext db, string register, Guid id, DateOnly today, CancellationToken ct)
    {
        if (await registrantById.For(db)(db, register, id) is not { } row)
        {
            return null;
        }

        var identities = await ListAsync(ofHome.For(db)(db, row.Key), ct);
        return identities.Count == 0 ? null : await ComponentOfAsync(db, identities[0], today, ct);
    }

    /// <summary>The person that an identity belongs to.</summary>
    public static async Task<IdentityComponent> ComponentOfAsync(
        HubDbContext db, IdentityRow start, DateOnly today, CancellationToken ct)
    {
        var identities = new Dictionary<long, IdentityRow>();
        var links = new Dictionary<long, LinkRow>();
        var homes = new Dictionary<long, RegistrantRow>();
        var pending = new Queue<long>([start.RegistrantKey]);
        while (pending.TryDequeue(out var home))
        {
            if (homes.ContainsKey(home) || await registrant.For(db)(db, home) is not { } row)
            {
                continue;
            }

            homes[home] = row;
            await foreach (var identity in ofHome.For(db)(db, home).WithCancellation(ct))
            {
                identities[identity.Key] = identity;
            }

            var found = await ListAsync(fromHome.For(db)(db, home), ct);
            found.AddRange(await ListAsync(toHome.For(db)(db, home), ct));
            foreach (var link in found.Where(link => IsValid(link, today)))
            {
                links[link.Key] = link;
                foreach (var end in new[] { link.AKey, link.BKey })
                {
                    if (!identities.ContainsKey(end) && await homeOf.For(db)(db, end) is { } next)
                    {
                        pending.Enqueue(next);
                    }
                }
            }
        }

        return Restrict(start.Key, identities, links.Values, homes);
    }

    private static bool IsValid(LinkRow link, DateOnly today) =>
        (link.ValidFrom ?? DateOnly.MinValue) <= today && (link.ValidTo ?? DateOnly.MaxValue) >= today;

    private static IdentityComponent Restrict(
        long start,
        Dictionary<long, IdentityRow> identities,
        IReadOnlyCollection<LinkRow> links,
        Dictionary<long, RegistrantRow> homes)
    {
        var reached = Paths.ReachableFrom(start, links);
        var rows = identities.Values.Where(row => reached.Contains(row.Key)).OrderBy(row => row.Key).ToList();
        var anchored = rows
            .Where(row => identities.Values.Where(other => other.RegistrantKey == row.RegistrantKey).Min(other => other.Key) == row.Key)
            .Select(row => row.RegistrantKey)
            .ToHashSet();
        return new IdentityComponent
        {
            Identities = rows,
            Links = [.. links.Where(link => reached.Contains(link.AKey)).OrderBy(link => link.Key)],
            Homes = rows.Select(row => row.RegistrantKey).Distinct().ToDictionary(key => key, key => homes[key]),
            Anchored = anchored,
            Registrant = anchored.Count == 0 ? null : homes[anchored.Min()],
        };
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(ct))
        {
            list.Add(row);
        }

        return list;
    }
}
