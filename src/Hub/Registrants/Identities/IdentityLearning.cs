namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Takes over what sources showed, link by link, growing outwards from the person.</summary>
/// <remarks>
/// Run without leave to write, it answers null at the first thing that is new: so that what is known costs no write.
/// </remarks>
internal sealed class IdentityLearning(IdentitySession session, bool mayWrite)
{
    public async Task<KnownRegistrant?> LearnAsync(Observation observation, CancellationToken ct)
    {
        var person = await PersonOfAsync(observation.Person, ct);
        if (person is null)
        {
            return null;
        }

        var refused = new List<RefusedLink>();
        var pending = observation.Pairs.ToList();
        while (pending.Find(pair => Touches(person, pair)) is { } pair)
        {
            pending.Remove(pair);
            var step = await TakeAsync(person, pair, observation, refused, ct);
            if (step is null)
            {
                return null;
            }

            person = step;
        }

        return await TakeValidityAsync(person, observation, ct) is { } whole
            ? await session.ViewAsync(whole, refused, ct)
            : null;
    }

    private async Task<IdentityComponent?> PersonOfAsync(IdentityReading reading, CancellationToken ct)
    {
        var known = await session.ComponentOfAsync(reading, ct);
        if (known?.Registrant is not null || !mayWrite)
        {
            return known?.Registrant is null ? null : known;
        }

        // New, or cut off from its registrant when a link ran out: a registrant of its own.
        return known is null ? await session.AddRegistrantAsync(reading, ct) : await session.SettleAsync(known, ct);
    }

    // Growth goes through identities that name a person; whoever else holds an e-mail or phone is somebody else.
    private static bool Touches(IdentityComponent person, ObservedPair pair) =>
        (!pair.A.Shareable && person.Find(pair.A.Blind) is not null)
        || (!pair.B.Shareable && person.Find(pair.B.Blind) is not null)
        || (person.Find(pair.A.Blind) is not null && person.Find(pair.B.Blind) is not null);

    private async Task<IdentityComponent?> TakeAsync(
        IdentityComponent person, ObservedPair pair, Observation observation, List<RefusedLink> refused, CancellationToken ct)
    {
        var a = person.Find(pair.A.Blind);
        var b = person.Find(pair.B.Blind);
        if (a is not null && b is not null && IdentitySession.Holds(person, a, b, pair.Link))
        {
            return person;
        }

        if (a is null || b is null)
        {
            var ground = await session.VetoAsync(person, observation.Detailed(a is null ? pair.A : pair.B), ct);
            if (ground is not null)
            {
                refused.Add(new RefusedLink(pair.Link, ground.Value));
                return person;
            }
        }

        if (!mayWrite)
        {
            return null;
        }

        a ??= await session.FindOrAddAsync(observation.Detailed(pair.A), person, ct);
        b ??= await session.FindOrAddAsync(observation.Detailed(pair.B), person, ct);
        await session.LinkAsync(a, b, pair.Link, ct);
        return await session.ReloadAsync(person, ct);
    }

    private async Task<IdentityComponent?> TakeValidityAsync(
        IdentityComponent person, Observation observation, CancellationToken ct)
    {
        var changed = false;
        foreach (var reading in observation.Identities)
        {
            if (person.Find(reading.Blind) is { } row && IdentitySession.ValidityDiffers(row, reading.Identity))
            {
                if (!mayWrite)
                {
                    return null;
                }

                await session.SetValidityAsync(row, reading.Identity, ct);
                changed = true;
            }
        }

        return changed ? await session.ReloadAsync(person, ct) : person;
    }
}
