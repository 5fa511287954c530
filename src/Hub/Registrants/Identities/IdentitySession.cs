using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>One piece of work on one register's identities, in one context: the steps that finding, learning and deciding share.</summary>
internal sealed class IdentitySession(
    HubDbContext db, string register, KnownIdentityKinds kinds, PersonKeys keys, TimeProvider clock)
{
    public HubDbContext Db => db;

    public string Register => register;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public static bool ValidityDiffers(IdentityRow row, SubjectIdentity identity) =>
        row.ValidFrom != identity.ValidFrom || row.ValidTo != identity.ValidTo;

    /// <summary>Whether exactly this link is known already.</summary>
    public static bool Holds(IdentityComponent person, IdentityRow a, IdentityRow b, ObservedLink link) =>
        person.Links.Any(row => IsSame(row, a, b, link) && row.ValidFrom == link.ValidFrom && row.ValidTo == link.ValidTo);

    /// <summary>
    /// The person whom an identity names. A shareable one names somebody only when it is all that is known of that person.
    /// </summary>
    public async Task<IdentityComponent?> ComponentOfAsync(IdentityReading reading, CancellationToken ct)
    {
        var holders = await HoldersOfAsync(reading, ct);
        return reading.Shareable
            ? holders.FirstOrDefault(holder => holder.Identities.All(row => row.Shareable))
            : holders.FirstOrDefault();
    }

    public Task<IdentityComponent?> ComponentOfAsync(Guid registrantId, CancellationToken ct) =>
        IdentityRows.ComponentOfAsync(db, register, registrantId, Today, ct);

    /// <summary>Everybody who holds an identity.</summary>
    public async Task<List<IdentityComponent>> HoldersOfAsync(IdentityReading reading, CancellationToken ct)
    {
        var holders = new List<IdentityComponent>();
        foreach (var row in await IdentityRows.ByBlindAsync(db, register, reading.Blind, ct))
        {
            if (!holders.Exists(holder => holder.Contains(row.Key)))
            {
                holders.Add(await IdentityRows.ComponentOfAsync(db, row, Today, ct));
            }
        }

        return holders;
    }

    public Task<IdentityComponent> ReloadAsync(IdentityComponent component, CancellationToken ct) =>
        IdentityRows.ComponentOfAsync(db, component.Identities[0], Today, ct);

    public Task<KnownRegistrant?> ViewAsync(IdentityComponent component, IReadOnlyList<RefusedLink> refused, CancellationToken ct) =>
        new RegistrantView(this, kinds).OfAsync(component, refused, ct);

    /// <summary>What forbids that the person and the identity, with all it is linked to, become one.</summary>
    public async Task<VetoGround?> VetoAsync(IdentityComponent person, IdentityReading other, CancellationToken ct)
    {
        var theirs = other.Shareable ? null : await ComponentOfAsync(other, ct);
        var left = await SideOfAsync(person, ct);
        var right = theirs is null
            ? new LinkSide
            {
                Identities = [other.Identity],
                Separations = [.. (await SeparationsOfAsync([other.Blind], ct)).Select(row => row.Id)],
            }
            : await SideOfAsync(theirs, ct);
        return LinkVeto.Between(left, right);
    }

    public async Task<List<SeparationRow>> SeparationsOfAsync(IEnumerable<byte[]> ofBlinds, CancellationToken ct)
    {
        var found = new Dictionary<long, SeparationRow>();
        foreach (var blind in ofBlinds)
        {
            await foreach (var row in IdentityRows.SeparationsOf(db, register, blind).WithCancellation(ct))
            {
                found[row.Key] = row;
            }
        }

        return [.. found.Values.OrderBy(row => row.Key)];
    }

    /// <summary>A registrant's key; null once it is destroyed.</summary>
    public async Task<PersonKey?> KeyOfAsync(RegistrantRow home, CancellationToken ct) =>
        await IdentityRows.WrappedKeyOf(db, home.Key) is { } wrapped ? keys.Unwrap(home.Id, wrapped) : null;

    public async Task<RegistrantRow> RegistrantOfAsync(long key) =>
        await IdentityRows.RegistrantOfAsync(db, key) ?? throw new InvalidOperationException("A registrant's row is missing.");

    public async Task<IdentityComponent> AddRegistrantAsync(IdentityReading first, CancellationToken ct)
    {
        var home = await AddHomeAsync(ct);
        var row = await AddIdentityAsync(first, home, ct);
        return await IdentityRows.ComponentOfAsync(db, row, Today, ct);
    }

    /// <summary>The row of an identity that is to be linked to the person: a known one, or a new one in the person's home.</summary>
    public async Task<IdentityRow> FindOrAddAsync(IdentityReading reading, IdentityComponent person, CancellationToken ct)
    {
        var known = reading.Shareable ? [] : await IdentityRows.ByBlindAsync(db, register, reading.Blind, ct);
        return known.Count > 0 ? known[0] : await AddIdentityAsync(reading, person.Registrant ?? person.Homes.Values.First(), ct);
    }

    public async Task LinkAsync(IdentityRow a, IdentityRow b, ObservedLink link, CancellationToken ct)
    {
        var (first, second) = (Math.Min(a.Key, b.Key), Math.Max(a.Key, b.Key));
        var known = await db.Links.FirstOrDefaultAsync(
            row => row.AKey == first && row.BKey == second && row.RevokedAt == null
                && row.Method == link.Method && row.Source == link.Source && row.Evidence == link.RecordType,
            ct);
        if (known is null)
        {
            db.Links.Add(new LinkRow
            {
                Id = Guid.NewGuid(),
                AKey = first,
                BKey = second,
                Method = link.Method,
                Source = link.Source,
                Evidence = link.RecordType,
                ValidFrom = link.ValidFrom,
                ValidTo = link.ValidTo,
                CreatedBy = link.Source,
                CreatedAt = Now,
            });
        }
        else
        {
            known.ValidFrom = link.ValidFrom;
            known.ValidTo = link.ValidTo;
        }

        await SaveAsync(ct);
    }

    public async Task RevokeAsync(IReadOnlyList<LinkRow> links, string by, CancellationToken ct)
    {
        foreach (var link in links)
        {
            db.Attach(link);
            link.RevokedAt = Now;
            link.RevokedBy = by;
        }

        await SaveAsync(ct);
    }

    public async Task SetValidityAsync(IdentityRow row, SubjectIdentity identity, CancellationToken ct)
    {
        db.Attach(row);
        row.ValidFrom = identity.ValidFrom;
        row.ValidTo = identity.ValidTo;
        await SaveAsync(ct);
    }

    /// <summary>What a person fell into after links were revoked.</summary>
    public async Task<List<IdentityComponent>> PiecesOfAsync(IdentityComponent person, CancellationToken ct)
    {
        var pieces = new List<IdentityComponent>();
        foreach (var row in person.Identities)
        {
            if (!pieces.Exists(piece => piece.Contains(row.Key)))
            {
                pieces.Add(await IdentityRows.ComponentOfAsync(db, row, Today, ct));
            }
        }

        return pieces;
    }

    /// <summary>
    /// Gives a piece what it needs to stand alone: a registrant of its own where it has none, and its values under that
    /// registrant's key where they were under one that stayed with another piece.
    /// </summary>
    public async Task<IdentityComponent> SettleAsync(IdentityComponent piece, CancellationToken ct)
    {
        var own = piece.Registrant ?? await AddHomeAsync(ct);
        var foreign = piece.Identities.Where(row => !piece.Anchored.Contains(row.RegistrantKey)).ToList();
        foreach (var row in foreign)
        {
            await MoveAsync(row, piece.Homes[row.RegistrantKey], own, ct);
        }

        return await ReloadAsync(piece, ct);
    }

    /// <summary>Saves and forgets, so that what is read next is what is stored.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static bool IsSame(LinkRow row, IdentityRow a, IdentityRow b, ObservedLink link) =>
        row.AKey == Math.Min(a.Key, b.Key) && row.BKey == Math.Max(a.Key, b.Key)
        && row.Method == link.Method && row.Source == link.Source && row.Evidence == link.RecordType;

    private async Task<LinkSide> SideOfAsync(IdentityComponent component, CancellationToken ct) => new()
    {
        Identities = await new RegistrantView(this, kinds).IdentitiesOfAsync(component, ct),
        Separations = [.. (await SeparationsOfAsync(component.Identities.Select(row => row.Blind), ct)).Select(row => row.Id)],
    };

    private async Task<RegistrantRow> AddHomeAsync(CancellationToken ct)
    {
        var home = new RegistrantRow { Id = Guid.NewGuid(), Register = register, CreatedAt = Now };
        db.Registrants.Add(home);
        await db.SaveChangesAsync(ct);
        using var key = keys.Create(home.Id);
        db.PersonKeys.Add(new PersonKeyRow { RegistrantKey = home.Key, Wrapped = keys.Wrap(key) });
        await SaveAsync(ct);
        return home;
    }

    private async Task<IdentityRow> AddIdentityAsync(IdentityReading reading, RegistrantRow home, CancellationToken ct)
    {
        using var key = await KeyOfAsync(home, ct)
            ?? throw new InvalidOperationException($"The key of registrant {home.Id} is destroyed: nothing more can be kept of it.");
        var row = new IdentityRow
        {
            RegistrantKey = home.Key,
            Register = register,
            Kind = reading.Identity.Kind,
            Issuer = reading.Identity.Issuer,
            Value = FieldCipher.Encrypt(key, IdentityRow.ValueField, reading.Identity.Value),
            Blind = reading.Blind,
            Shareable = reading.Shareable,
            ValidFrom = reading.Identity.ValidFrom,
            ValidTo = reading.Identity.ValidTo,
            CreatedAt = Now,
        };
        db.Identities.Add(row);
        await SaveAsync(ct);
        return row;
    }

    private async Task MoveAsync(IdentityRow row, RegistrantRow from, RegistrantRow to, CancellationToken ct)
    {
        using var old = await KeyOfAsync(from, ct);
        using var own = await KeyOfAsync(to, ct);
        if (old is null || own is null)
        {
            return;
        }

        var value = FieldCipher.Decrypt(old, IdentityRow.ValueField, row.Value);
        db.Attach(row);
        row.RegistrantKey = to.Key;
        row.Value = FieldCipher.Encrypt(own, IdentityRow.ValueField, value);
        await SaveAsync(ct);
    }
}
