using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Carries out one search: who is it, who else may it be, what do the sources hold.</summary>
internal sealed class RegistrantSearcher(
    SourceInvoker invoker,
    IdentityGraph graph,
    KnownIdentityKinds kinds,
    RecordSeal seal,
    RestrictionBook book,
    RegistrantObservers observers,
    TimeProvider time)
{
    /// <summary>Searches until done or until the deadline, whichever is first.</summary>
    public async Task<RegistrantSearch> SearchAsync(
        ConnectorCatalog catalog,
        Register register,
        Purpose purpose,
        RegistrantQuery query,
        CancellationToken cancellationToken)
    {
        var view = new PurposeView(purpose);
        var sources = SourcesOf(catalog, register);
        var session = new SourceSession(invoker, new ReadingBook(sources), time, query.WaitAtMost);

        // What is not known after half the time is not waited for: the rest of the time is for reading the others.
        var identification = new SourceSession(invoker, session.Book, time, query.WaitAtMost / 2);
        var widening = new IdentityWidening(kinds, new IdentityReader(kinds), identification);
        var start = await new SearchStart(graph, kinds, widening).FromAsync(register, query.Key, sources, cancellationToken)
            .ConfigureAwait(false);
        var needed = sources.Where(source => Needed(source, query, view)).ToList();
        var telling = query.Identities || query.Candidates
            ? [.. needed.Where(Asking.KnowsPersons)]
            : Asking.Identifying(sources, needed, start.Known?.Identities ?? start.Given, register.PrimarySource, kinds);
        var finder = new CandidateFinder(graph, kinds, widening, session, seal, register.Id);
        if (start.Several.Count > 0)
        {
            return NotFound(session, telling, finder.Among(start.Several));
        }

        var person = await widening.WidenAsync(start.Known, start.Given, telling, cancellationToken).ConfigureAwait(false);
        if (!person.Found && start.Known is null && !await HeldAnywhereAsync(person, sources, session, cancellationToken).ConfigureAwait(false))
        {
            return NotFound(session, telling, []);
        }

        var known = await graph.RememberAsync(
            register.Id,
            [.. person.Confirmed.Select(one => one.Identity)],
            person.Links,
            cancellationToken).ConfigureAwait(false);
        person = person.Within(known);
        var restrictions = await book.InForceAsync(known, cancellationToken).ConfigureAwait(false);
        var lists = new RecordLists(
            known.Id, sources, session, view, seal, new PassportPolicies(register),
            query.Reveal ? (_, value) => value : Masked,
            (segment, key, field) => restrictions.Withhold(purpose, segment.Source, segment.Type, key, field),
            source => session.Book.TimedOut(source) ? [] : IdentitiesAt(known, person, source));
        var reading = lists.ReadAsync(query, cancellationToken);
        var candidates = query.Candidates
            ? finder.BesideAsync(person, known, sources, cancellationToken)
            : Task.FromResult<IReadOnlyList<Candidate>>([]);
        await Task.WhenAll(reading, candidates).ConfigureAwait(false);

        var (records, profile) = await reading.ConfigureAwait(false);
        var search = new RegistrantSearch
        {
            Registrant = new()
            {
                Id = known.Id,
                Identities = [.. IdentitiesOf(register.Id, known, person, query.Reveal)
                    .Select(one => restrictions.WithholdIdentity(purpose, one.Identity.Kind, sources, person.TellersOf(one.Identity))
                        is { } withheld ? one.Shown.Without(withheld) : one.Shown)],
                Restrictions = restrictions.All,
                Separations = [.. known.Separations.Select(Shown)],
                Profile = profile,
                Lists = records,
            },
            Candidates = await candidates.ConfigureAwait(false),
            Conclusive = !telling.Any(session.Book.IsMissing),
            Sources = session.Book.Readings(),
        };
        await observers.HeldAsync(
            known, lists.Holding.Concat(person.Telling.Select(source => source.Id)).ToHashSet(), cancellationToken).ConfigureAwait(false);
        return search;
    }

    private static IReadOnlyList<Source> SourcesOf(ConnectorCatalog catalog, Register register) =>
        [.. catalog.Sources
            .Where(source => source.Register == register.Id)
            .OrderBy(source => register.RankOf(source.Id))
            .ThenBy(source => source.Id == register.PrimarySource ? 0 : 1)];

    private static bool Needed(Source source, RegistrantQuery query, PurposeView view) =>
        source.Descriptor is { } descriptor && descriptor.RecordTypes.Any(type =>
            view.AllowsAnyOf(type)
            && (query.Identities
                || query.Candidates
                || (query.Profile && ProfileMerger.Speaks(type))
                || query.Records.Any(selection => selection.TypesAt(source).Contains(type.Name))));

    private static RegistrantSearch NotFound(
        SourceSession session, IReadOnlyList<Source> telling, IReadOnlyList<Candidate> candidates) => new()
    {
        Candidates = candidates,
        Conclusive = !telling.Any(session.Book.IsMissing),
        Sources = session.Book.Readings(),
    };

    // A visitor id without a link to a customer names no person, yet whoever gives it may see its visits (Art. 11(2)).
    private static async Task<bool> HeldAnywhereAsync(
        PersonAssembly person, IReadOnlyList<Source> sources, SourceSession session, CancellationToken cancellationToken)
    {
        var asks = sources
            .Where(source => source is { State: SourceState.Active, Descriptor: not null })
            .Select(source => (Source: source, By: person.Confirmed.Select(one => one.Identity).Where(identity => Asking.Accepts(source, identity)).ToList()))
            .Where(ask => ask.By.Count > 0 && !session.Book.IsMissing(ask.Source));
        var pages = await Task.WhenAll(asks.Select(ask => session.ReadAsync(
            ask.Source, ask.By, [.. ask.Source.Descriptor!.RecordTypes.Select(type => type.Name)], null, cancellationToken)))
            .ConfigureAwait(false);
        return pages.Any(page => page is { Records.Count: > 0 });
    }

    // A source that files another's record under an identity is not read by that identity.
    private IReadOnlyList<SubjectIdentity> IdentitiesAt(KnownRegistrant known, PersonAssembly person, Source source) =>
        [.. known.Identities.Where(identity => Asking.Accepts(source, identity)
            && (!Asking.KnowsPersons(source) || kinds.Of(identity.Kind).Strength == IdentityStrength.Identifying)
            && !person.IsAnothersToo(source, identity))];

    // Masked by default: a code is rarely needed whole, and seeing it is a step of its own.
    private FieldValue Masked(RecordField field, FieldValue value) =>
        field.IdentityKind == IdentityKinds.IdentityCode && value is TextValue text
            ? new TextValue(kinds.Of(IdentityKinds.IdentityCode).Mask(text.Value))
            : value;

    private IReadOnlyList<(SubjectIdentity Identity, KnownIdentity Shown)> IdentitiesOf(
        string register, KnownRegistrant known, PersonAssembly person, bool reveal)
    {
        var confirmed = known.Identities.Select(IdentityKey.Of).ToHashSet();
        return
        [
            .. known.Identities.Select(identity => (identity, Confirmed(register, known, identity, reveal))),
            .. person.Contacts
                .Where(one => !confirmed.Contains(IdentityKey.Of(one.Identity)))
                .Select(one => (one.Identity, Shown(register, one.Identity, reveal, false, one.Method, one.Source, one.Evidence))),
        ];
    }

    private static KnownSeparation Shown(Separation separation) => new()
    {
        Id = separation.Id,
        Kind = separation.OtherKind,
        Issuer = separation.OtherIssuer,
        DecidedBy = separation.By,
        DecidedAt = separation.At,
        Reason = separation.Reason,
    };

    private KnownIdentity Confirmed(string register, KnownRegistrant known, SubjectIdentity identity, bool reveal)
    {
        var key = IdentityKey.Of(identity);
        var link = known.Links.FirstOrDefault(link => IdentityKey.Of(link.B) == key)
            ?? known.Links.FirstOrDefault(link => IdentityKey.Of(link.A) == key);
        return Shown(register, identity, reveal, true, link?.Method.ToString() ?? "Given", link?.Source, link?.Evidence);
    }

    private KnownIdentity Shown(
        string register, SubjectIdentity identity, bool reveal, bool confirmed, string method, string? source, string? evidence) => new()
    {
        Id = seal.Identity(register, identity),
        Kind = identity.Kind,
        Value = reveal ? identity.Value : kinds.Of(identity.Kind).Mask(identity.Value),
        Issuer = identity.Issuer,
        Confirmed = confirmed,
        Method = method,
        Source = source,
        Evidence = evidence,
        ValidFrom = identity.ValidFrom,
        ValidTo = identity.ValidTo,
    };
}
