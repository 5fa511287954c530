using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>
/// Gathers what is known of one person while sources are asked: confirmed identities, what the person shares with
/// others, and records that speak against being the same person's.
/// </summary>
internal sealed class PersonAssembly
{
    private readonly KnownIdentityKinds kinds;
    private readonly Dictionary<IdentityKey, KnownAs> confirmed = [];
    private readonly Dictionary<IdentityKey, KnownAs> contacts = [];
    private readonly List<ObservedLink> links = [];
    private readonly Dictionary<(string, string, string), Contradiction> contradictions = [];
    private readonly HashSet<DateOnly> birthDates = [];
    private readonly HashSet<Source> telling = new(ReferenceEqualityComparer.Instance);

    /// <summary>Begins with what was given and what the hub remembers.</summary>
    public PersonAssembly(KnownIdentityKinds kinds, KnownRegistrant? known, IEnumerable<SubjectIdentity> given)
    {
        this.kinds = kinds;
        foreach (var identity in known?.Identities ?? [])
        {
            confirmed.TryAdd(IdentityKey.Of(identity), new(identity, "Remembered", null, null));
        }

        foreach (var identity in given)
        {
            confirmed.TryAdd(IdentityKey.Of(identity), new(identity, "Given", null, null));
        }

        NoteBirthDates(confirmed.Values.Select(known => known.Identity));
    }

    /// <summary>
    /// Takes records that were found by what is confirmed, and then those found by what these confirm, and so on.
    /// The order of the records decides, not the order in which sources happened to answer.
    /// </summary>
    public PersonAssembly TakeAll(IReadOnlyList<FoundRecord> records)
    {
        Answers = records;
        var open = records.ToList();
        while (open.Find(found => Has(found.FoundBy)) is { } next)
        {
            open.Remove(next);
            Take(next.Record, next.FoundBy);
        }

        return this;
    }

    /// <summary>The identities that are certainly the person's, in the order in which they were learnt.</summary>
    public IEnumerable<KnownAs> Confirmed => confirmed.Values;

    /// <summary>Identities that the person has but others may have too: they point to candidates only.</summary>
    public IEnumerable<KnownAs> Contacts => contacts.Values;

    /// <summary>The links learnt, ready to be remembered.</summary>
    public IReadOnlyList<ObservedLink> Links => links;

    /// <summary>Records that a source attributes to the person but that contradict what is known.</summary>
    public IEnumerable<Contradiction> Contradictions => contradictions.Values;

    /// <summary>All that the sources answered, taken or not.</summary>
    public IReadOnlyList<FoundRecord> Answers { get; private set; } = [];

    /// <summary>The sources whose records tell who this person is.</summary>
    public IReadOnlySet<Source> Telling => telling;

    /// <summary>Whether any source holds a record that tells who this person is.</summary>
    public bool Found { get; private set; }

    public bool Has(SubjectIdentity identity) => confirmed.ContainsKey(IdentityKey.Of(identity));

    /// <summary>
    /// The person within what the identity graph accepted: what it refused, such as a link that a person has cut, is not
    /// taken, and neither is what stands beside it.
    /// </summary>
    public PersonAssembly Within(KnownRegistrant known)
    {
        var accepted = known.Identities.Select(IdentityKey.Of).ToHashSet();
        if (confirmed.Keys.All(accepted.Contains))
        {
            return this;
        }

        var within = new PersonAssembly(kinds, known, []).TakeAll(
            [.. Answers.Where(found => accepted.Contains(IdentityKey.Of(found.FoundBy))
                && IsOf(found.Record, told => accepted.Contains(IdentityKey.Of(told))))]);
        within.Answers = Answers;
        return within;
    }

    /// <summary>The records read that tell an identity, the person's or not.</summary>
    public IReadOnlyList<IdentifiedRecord> TellersOf(SubjectIdentity identity) =>
        [.. Answers.Select(found => found.Record)
            .Where(record => record.Identities.Any(told => IdentityKey.Of(told) == IdentityKey.Of(identity)))];

    /// <summary>Whether a source files somebody else's record under one of this person's identities.</summary>
    public bool IsAnothersToo(Source source, SubjectIdentity identity) => Answers.Any(found =>
        found.Record.Source.Id == source.Id
        && IdentityKey.Of(found.FoundBy) == IdentityKey.Of(identity)
        && !IsOf(found.Record, Has));

    // Whose record it is, the numbers tell that sources gave; an identity code may stand at two who were taken for one.
    private bool IsOf(IdentifiedRecord record, Func<SubjectIdentity, bool> persons)
    {
        var told = record.Identities.Where(Identifies).ToList();
        var numbers = told.Where(identity => identity.Issuer is not null).ToList();
        return (numbers.Count > 0 ? numbers : told).TrueForAll(identity => persons(identity));
    }

    // Takes what a record tells, unless it contradicts what is known.
    private void Take(IdentifiedRecord record, SubjectIdentity foundBy)
    {
        var identifying = record.Identities.Where(Identifies).ToList();
        if (!record.Type.Identifies && Contradicts(record.Source, foundBy))
        {
            return;
        }

        if (Objection(record, identifying) is { } objection)
        {
            contradictions.TryAdd(record.Place, new(record, foundBy, objection));
            return;
        }

        Found = true;
        telling.Add(record.Source);
        if (record.BirthDate is { } birthDate)
        {
            birthDates.Add(birthDate);
        }

        var method = foundBy.Kind == IdentityKinds.IdentityCode ? LinkMethod.SameIdentityCode : LinkMethod.SourceRecord;
        foreach (var identity in identifying)
        {
            var key = IdentityKey.Of(identity);
            confirmed.TryAdd(key, new(identity, method.ToString(), record.Source.Id, record.Type.Name));
            if (key != IdentityKey.Of(foundBy))
            {
                links.Add(new(foundBy, identity, record.Source.Id, record.Type.Name, method));
            }
        }

        foreach (var identity in record.Identities.Where(identity => !Identifies(identity)))
        {
            contacts.TryAdd(IdentityKey.Of(identity), new(identity, nameof(LinkMethod.SourceRecord), record.Source.Id, record.Type.Name));
        }
    }

    // What a source files under an identity together with a contradicting record may be the other person's too.
    private bool Contradicts(Source source, SubjectIdentity foundBy) => contradictions.Values.Any(contradiction =>
        contradiction.Record.Source.Id == source.Id && IdentityKey.Of(contradiction.FoundBy) == IdentityKey.Of(foundBy));

    // Why these identities cannot be the person's; null when nothing speaks against it.
    private string? Objection(IdentifiedRecord record, IReadOnlyList<SubjectIdentity> identifying)
    {
        var codes = confirmed.Values.Where(known => known.Identity.Kind == IdentityKinds.IdentityCode).ToList();
        if (codes.Count > 0 && identifying.Any(identity =>
                identity.Kind == IdentityKinds.IdentityCode && codes.TrueForAll(known => known.Identity.Value != identity.Value)))
        {
            return "It holds another identity code.";
        }

        return record.BirthDate is { } birthDate && birthDates.Count > 0 && !birthDates.Contains(birthDate)
            ? "It holds another date of birth."
            : null;
    }

    private bool Identifies(SubjectIdentity identity) => kinds.Of(identity.Kind).Strength == IdentityStrength.Identifying;

    private void NoteBirthDates(IEnumerable<SubjectIdentity> identities)
    {
        foreach (var identity in identities.Where(identity => identity.Kind == IdentityKinds.IdentityCode))
        {
            if (IdentityCode.BirthDateOf(identity.Value) is { } date)
            {
                birthDates.Add(date);
            }
        }
    }
}
