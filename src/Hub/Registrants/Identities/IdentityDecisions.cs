using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What people decide about identities: one person's, or not.</summary>
internal sealed class IdentityDecisions(IdentitySession session)
{
    public async Task ConfirmAsync(
        Guid registrantId, IdentityReading left, IdentityReading right, string by, string reason, CancellationToken ct)
    {
        var person = await session.ComponentOfAsync(registrantId, ct)
            ?? throw new ArgumentException("There is no such registrant in the register.", nameof(registrantId));
        var a = person.Find(left.Blind);
        var b = person.Find(right.Blind);
        if (a is null && b is null)
        {
            throw new ArgumentException("The registrant holds neither of the two identities.", nameof(registrantId));
        }

        if ((a is null || b is null) && await session.VetoAsync(person, a is null ? left : right, ct) is { } ground)
        {
            throw new LinkForbiddenException(ground);
        }

        a ??= await session.FindOrAddAsync(left, person, ct);
        b ??= await session.FindOrAddAsync(right, person, ct);
        if (person.Links.Any(link => link.Method == LinkMethod.ConfirmedByPerson && Connects(link, a, b)))
        {
            return;
        }

        var (cipher, home) = await SealAsync(person.Homes.Values.First(), LinkRow.ReasonField, reason, ct);
        session.Db.Links.Add(new LinkRow
        {
            Id = Guid.NewGuid(),
            AKey = Math.Min(a.Key, b.Key),
            BKey = Math.Max(a.Key, b.Key),
            Method = LinkMethod.ConfirmedByPerson,
            Reason = cipher,
            ReasonRegistrantKey = home,
            CreatedBy = by,
            CreatedAt = session.Now,
        });
        await session.SaveAsync(ct);
    }

    public async Task SeparateAsync(IdentityReading left, IdentityReading right, string by, string reason, CancellationToken ct)
    {
        if (left.Is(right))
        {
            throw new ArgumentException("An identity cannot be separated from itself.", nameof(right));
        }

        // The one that names a person goes first: of a shared one there may be many holders whom this does not concern.
        (left, right) = left.Shareable ? (right, left) : (left, right);
        var holders = await session.HoldersOfAsync(left, ct);
        if (holders.Count == 0)
        {
            holders = await session.HoldersOfAsync(right, ct);
        }

        await RememberAsync(left, right, holders.Count == 0 ? null : holders[0].Homes.Values.First(), by, reason, ct);
        foreach (var person in holders)
        {
            await CutAsync(person, left, right, by, ct);
        }
    }

    public async Task<bool> LiftSeparationAsync(Guid id, string by, CancellationToken ct)
    {
        var row = await session.Db.Separations.SingleOrDefaultAsync(
            row => row.Register == session.Register && row.Id == id && row.RevokedAt == null, ct);
        if (row is null)
        {
            return false;
        }

        row.RevokedAt = session.Now;
        row.RevokedBy = by;
        await session.SaveAsync(ct);
        return true;
    }

    private static bool Connects(LinkRow link, IdentityRow a, IdentityRow b) =>
        link.AKey == Math.Min(a.Key, b.Key) && link.BKey == Math.Max(a.Key, b.Key);

    private async Task RememberAsync(
        IdentityReading left, IdentityReading right, RegistrantRow? home, string by, string reason, CancellationToken ct)
    {
        var known = await session.SeparationsOfAsync([left.Blind], ct);
        if (known.Any(row => row.ABlind.AsSpan().SequenceEqual(right.Blind) || row.BBlind.AsSpan().SequenceEqual(right.Blind)))
        {
            return;
        }

        // Nobody's key to keep the reason under, when neither identity is known: the decision stands without it.
        var (cipher, key) = home is null ? (null, null) : await SealAsync(home, SeparationRow.ReasonField, reason, ct);
        session.Db.Separations.Add(new SeparationRow
        {
            Id = Guid.NewGuid(),
            Register = session.Register,
            AKind = left.Identity.Kind,
            AIssuer = left.Identity.Issuer,
            ABlind = left.Blind,
            BKind = right.Identity.Kind,
            BIssuer = right.Identity.Issuer,
            BBlind = right.Blind,
            Reason = cipher,
            ReasonRegistrantKey = key,
            CreatedBy = by,
            CreatedAt = session.Now,
        });
        await session.SaveAsync(ct);
    }

    private async Task CutAsync(IdentityComponent person, IdentityReading left, IdentityReading right, string by, CancellationToken ct)
    {
        var links = person.Links.ToList();
        var pairs = from a in person.Identities
                    from b in person.Identities
                    where a.Blind.AsSpan().SequenceEqual(left.Blind) && b.Blind.AsSpan().SequenceEqual(right.Blind)
                    select (a, b);
        foreach (var (a, b) in pairs.ToList())
        {
            while (Paths.Between(a.Key, b.Key, links) is { } path)
            {
                // What joined last is what was most likely joined wrongly.
                var youngest = path.MaxBy(link => link.Key)!;
                var ends = links.Where(link => link.AKey == youngest.AKey && link.BKey == youngest.BKey).ToList();
                await session.RevokeAsync(ends, by, ct);
                links = [.. links.Except(ends)];
            }
        }

        foreach (var piece in await session.PiecesOfAsync(person, ct))
        {
            await session.SettleAsync(piece, ct);
        }
    }

    private async Task<(byte[]? Cipher, long? Home)> SealAsync(
        RegistrantRow home, string field, string text, CancellationToken ct)
    {
        using var key = await session.KeyOfAsync(home, ct);
        return key is null ? (null, null) : (FieldCipher.Encrypt(key, field, text), home.Key);
    }
}
