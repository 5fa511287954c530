using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Reads a person's rows with the person's keys.</summary>
internal sealed class RegistrantView(IdentitySession session, KnownIdentityKinds kinds)
{
    /// <summary>Null when the component has no registrant, or its key is destroyed.</summary>
    public async Task<KnownRegistrant?> OfAsync(
        IdentityComponent component, IReadOnlyList<RefusedLink> refused, CancellationToken ct)
    {
        if (component.Registrant is null)
        {
            return null;
        }

        var readable = await ReadAsync(component, ct);
        return new KnownRegistrant
        {
            Id = component.Registrant.Id,
            Ids = [.. component.Homes.Values.Select(home => home.Id)],
            Register = component.Registrant.Register,
            Identities = Distinct(component, readable),
            Links = [.. component.Links
                .Where(link => readable.ContainsKey(link.AKey) && readable.ContainsKey(link.BKey))
                .Select(link => LinkOf(link, readable[link.AKey], readable[link.BKey]))],
            Separations = await SeparationsAsync(component, readable, ct),
            Refused = refused,
        };
    }

    public async Task<IReadOnlyList<SubjectIdentity>> IdentitiesOfAsync(IdentityComponent component, CancellationToken ct) =>
        Distinct(component, await ReadAsync(component, ct));

    // Two registrants that became one may each have held the same e-mail.
    private static List<SubjectIdentity> Distinct(IdentityComponent component, Dictionary<long, SubjectIdentity> readable) =>
        [.. component.Identities.Where(row => readable.ContainsKey(row.Key))
            .DistinctBy(row => Convert.ToHexString(row.Blind)).Select(row => readable[row.Key])];

    private async Task<Dictionary<long, SubjectIdentity>> ReadAsync(IdentityComponent component, CancellationToken ct)
    {
        var readable = new Dictionary<long, SubjectIdentity>();
        foreach (var rows in component.Identities.GroupBy(row => row.RegistrantKey))
        {
            // Without its key nobody can read what is left of a person.
            using var key = await session.KeyOfAsync(component.Homes[rows.Key], ct);
            foreach (var row in key is null ? [] : rows.AsEnumerable())
            {
                readable[row.Key] = new SubjectIdentity(
                    row.Kind,
                    FieldCipher.Decrypt(key!, IdentityRow.ValueField, row.Value),
                    row.Issuer,
                    row.ValidFrom,
                    row.ValidTo);
            }
        }

        return readable;
    }

    private IdentityLink LinkOf(LinkRow link, SubjectIdentity a, SubjectIdentity b) => new()
    {
        Id = link.Id,
        A = a,
        B = b,
        Method = link.Method,
        Source = link.Source,
        Evidence = link.Evidence,
        Strength = (IdentityStrength)Math.Min((int)kinds.Of(a.Kind).Strength, (int)kinds.Of(b.Kind).Strength),
        ValidFrom = link.ValidFrom,
        ValidTo = link.ValidTo,
        CreatedBy = link.CreatedBy,
        CreatedAt = link.CreatedAt,
    };

    private async Task<List<Separation>> SeparationsAsync(
        IdentityComponent component, Dictionary<long, SubjectIdentity> readable, CancellationToken ct)
    {
        var separations = new List<Separation>();
        foreach (var row in await session.SeparationsOfAsync(component.Identities.Select(identity => identity.Blind), ct))
        {
            var (own, otherKind, otherIssuer) = component.Find(row.ABlind) is { } a
                ? (a, row.BKind, row.BIssuer)
                : (component.Find(row.BBlind)!, row.AKind, row.AIssuer);
            if (readable.TryGetValue(own.Key, out var identity))
            {
                separations.Add(new Separation(
                    row.Id, identity, otherKind, otherIssuer, row.CreatedBy, await ReasonOfAsync(row, ct), row.CreatedAt));
            }
        }

        return separations;
    }

    private async Task<string?> ReasonOfAsync(SeparationRow row, CancellationToken ct)
    {
        if (row.Reason is null || row.ReasonRegistrantKey is not { } home)
        {
            return null;
        }

        using var key = await session.KeyOfAsync(await session.RegistrantOfAsync(home), ct);
        return key is null ? null : FieldCipher.Decrypt(key, SeparationRow.ReasonField, row.Reason);
    }
}
