using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>
/// Finds who may be the same person: others who have the same e-mail or telephone, records that name nobody but carry
/// the person's number, and records that contradict what is known.
/// </summary>
internal sealed class CandidateFinder(
    IdentityGraph graph,
    KnownIdentityKinds kinds,
    IdentityWidening widening,
    SourceSession session,
    RecordSeal seal,
    string register)
{
    /// <summary>Candidates beside a person who was found; those that a person has separated are no candidates any more.</summary>
    public async Task<IReadOnlyList<Candidate>> BesideAsync(
        PersonAssembly person, KnownRegistrant known, IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var contacts = person.Contacts.Select(one => one.Identity).Where(identity => !person.Has(identity)).ToList();
        var nameless = NamelessAsync(contacts, sources, cancellationToken);
        var (groups, _) = await widening.LocateAsync(contacts, sources, cancellationToken).ConfigureAwait(false);
        var candidates = new List<Candidate>();
        foreach (var (identity, candidate) in person.Contradictions.Select(OfContradiction).OfType<(SubjectIdentity, Candidate)>()
            .Concat(groups.Where(group => !group.Identities.Any(person.Has)).Select(OfGroup))
            .Concat(await nameless.ConfigureAwait(false)))
        {
            if (!await graph.IsSeparatedAsync(register, known, identity, cancellationToken).ConfigureAwait(false))
            {
                candidates.Add(candidate);
            }
        }

        return candidates;
    }

    /// <summary>Candidates when several persons have the identity that was given.</summary>
    public IReadOnlyList<Candidate> Among(IEnumerable<PersonGroup> groups) => [.. groups.Select(group => OfGroup(group).Candidate)];

    // Sources that do not know persons (call records, logs) may hold records under a number that name nobody.
    private async Task<IReadOnlyList<(SubjectIdentity Identity, Candidate Candidate)>> NamelessAsync(
        IReadOnlyList<SubjectIdentity> contacts, IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var asks =
            from source in sources
            where source.Descriptor is not null && !Asking.KnowsPersons(source)
            from contact in contacts
            where Asking.Accepts(source, contact)
            select CountAsync(source, contact, cancellationToken);
        return [.. (await Task.WhenAll(asks).ConfigureAwait(false)).OfType<(SubjectIdentity, Candidate)>()];
    }

    private async Task<(SubjectIdentity Identity, Candidate Candidate)?> CountAsync(
        Source source, SubjectIdentity contact, CancellationToken cancellationToken)
    {
        if (source.State != SourceState.Active)
        {
            session.Book.Miss(source);
            return null;
        }

        var types = source.Descriptor!.RecordTypes.Select(type => type.Name).ToList();
        var page = await session.ReadAsync(source, [contact], types, null, cancellationToken).ConfigureAwait(false);
        return page is not { Records.Count: > 0 } ? null : (contact, Of(
            contact,
            source,
            [contact.Kind],
            page.Records.Count,
            $"Records that name nobody carry the same {contact.Kind}; such an identity can be shared or passed on."));
    }

    private (SubjectIdentity Identity, Candidate Candidate) OfGroup(PersonGroup group)
    {
        var sharedKinds = group.Records.Select(found => found.FoundBy.Kind).Distinct().ToList();
        return (group.Identities[0], Of(
            group.Identities[0],
            group.Records[0].Record.Source,
            sharedKinds,
            group.Records.Count,
            $"It has the same {string.Join(" and ", sharedKinds)}; such an identity can be shared or passed on."));
    }

    private (SubjectIdentity Identity, Candidate Candidate)? OfContradiction(Contradiction contradiction)
    {
        var source = contradiction.Record.Source;
        var own = contradiction.Record.Identities.FirstOrDefault(identity => identity.Issuer == source.Id)
            ?? contradiction.Record.Identities.FirstOrDefault();
        return own is null
            ? null
            : (own, Of(own, source, [], 1, $"The source attributes it to this person. {contradiction.Reason}"));
    }

    private Candidate Of(SubjectIdentity identity, Source source, IReadOnlyList<string> sharedKinds, int records, string reason) => new()
    {
        Id = seal.Identity(register, identity),
        Kind = identity.Kind,
        Value = kinds.Of(identity.Kind).Mask(identity.Value),
        Issuer = identity.Issuer,
        Source = source,
        SharedKinds = sharedKinds,
        Records = records,
        Reason = reason,
    };
}
