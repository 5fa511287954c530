using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Passports;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Carries out one search: who is it, who else may it be, what do the sources hold.</summary>
internal sealed class RegistrantSearcher(
    RegistrantIdentification identification,
    KnownIdentityKinds kinds,
    RecordSeal seal,
    PassportPolicies policies,
    RestrictionBook book,
    PurposeGuards guards,
    RegistrantObservers observers,
    StandingReader standings,
    TimeProvider clock)
{
    /// <summary>Searches until done or until the deadline, whichever is first.</summary>
    public async Task<RegistrantSearch> SearchAsync(
        ConnectorCatalog catalog,
        Register register,
        Purpose purpose,
        RegistrantQuery query,
        CancellationToken cancellationToken)
    {
        var view = new PurposeView(register, purpose, query.SeesSecret);
        var sources = RegistrantIdentification.SourcesOf(catalog, register);
        var needed = sources.Where(source => Needed(source, register, query, view)).ToList();
        var found = await identification.FindAsync(register, query.Key, sources, TellingOf, query.WaitAtMost, cancellationToken)
            .ConfigureAwait(false);
        var session = found.Session;
        if (found.Match is not { } match)
        {
            return NotFound(found);
        }

        var (known, person) = (match.Known, match.Person);
        var use = await guards.OfAsync(register, purpose, known, cancellationToken).ConfigureAwait(false);
        var restrictions = await book.InForceAsync(known, cancellationToken).ConfigureAwait(false);
        var periods = new UsePeriods(register, purpose, clock.Today());
        var standing = standings.ReadAsync(register, query, view, match, sources, session, cancellationToken);
        var lists = new RecordLists(
            known.Id, register, sources, session, view, seal, source => policies.Of(register, source),
            query.Reveal ? (_, value) => value : Masked,
            (segment, record, field) => restrictions.Withhold(purpose, segment.Source, segment.Type, record.Key, field)
                ?? periods.Of(segment.Source, segment.Type, record, field),
            source => session.Book.TimedOut(source) || !(use.MayCombine || source.Id == register.PrimarySource) ? [] : match.IdentitiesAt(source),
            standing);
        var reading = lists.Read(query, cancellationToken);
        var records = reading.WithoutAsync(query.Deferred);
        var candidates = query.Candidates
            ? found.Finder.BesideAsync(person, known, sources, cancellationToken)
            : Task.FromResult<IReadOnlyList<Candidate>>([]);
        await Task.WhenAll(records, reading.Profile, candidates, standing).ConfigureAwait(false);

        var search = new RegistrantSearch
        {
            Registrant = new()
            {
                Id = known.Id,
                Register = known.Register,
                Identities = [.. IdentitiesOf(register.Id, known, person, query.Reveal)
                    .Select(one => restrictions.WithholdIdentity(purpose, one.Identity.Kind, sources, person.TellersOf(one.Identity))
                        is { } withheld ? one.Shown.Without(withheld) : one.Shown)],
                Restrictions = restrictions.All,
                Separations = [.. known.Separations.Select(Shown)],
                Profile = await reading.Profile.ConfigureAwait(false),
                Lists = await records.ConfigureAwait(false),
                Later = query.Deferred.ToDictionary(selection => selection, selection => LaterAsync(reading.Lists[selection])),
            },
            Candidates = await candidates.ConfigureAwait(false),
            Conclusive = found.Conclusive,
            Sources = session.Book.Readings(),
            SourcesInTheEnd = async () =>
            {
                await ((Task)Task.WhenAll(reading.Lists.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return session.Book.Readings();
            },
        };
        await observers.HeldAsync(
            known, lists.Holding.Concat(person.Telling.Select(source => source.Id)).ToHashSet(), cancellationToken).ConfigureAwait(false);
        return search;

        async Task<RecordList> LaterAsync(Task<RecordList> list)
        {
            var page = await list.ConfigureAwait(false);
            await observers.HeldAsync(known, page.Nodes.Select(node => node.Source.Id).ToHashSet(), cancellationToken).ConfigureAwait(false);
            return page;
        }

        // Who tells a fact must be found too, whatever else is wanted of it.
        IReadOnlyList<Source> TellingOf(IReadOnlyList<SubjectIdentity> given) => query.Blockers || query.Keeping
            ? [.. sources.Where(Asking.KnowsPersons)]
            : query.Identities || query.Candidates
            ? [.. needed.Where(Asking.KnowsPersons)]
            : Asking.Identifying(sources, needed, given, register.PrimarySource, kinds);
    }

    private static bool Needed(Source source, Register register, RegistrantQuery query, PurposeView view) =>
        source.Descriptor is { } descriptor && descriptor.RecordTypes.Any(type =>
            view.AllowsAnyOf(type)
            && (query.Identities
                || query.Candidates
                || (query.Profile && ProfileMerger.Speaks(type))
                || query.Records.Any(selection => selection.TypesAt(source, register).Contains(type.Name))));

    private static RegistrantSearch NotFound(IdentifiedRegistrant found) => new()
    {
        Candidates = found.Several,
        Conclusive = found.Conclusive,
        Sources = found.Session.Book.Readings(),
        SourcesInTheEnd = () => Task.FromResult(found.Session.Book.Readings()),
    };

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
