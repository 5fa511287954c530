using System.Collections.Concurrent;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Passports;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Reads the lists of records that a search wants, and the records that the profile is made from.</summary>
internal sealed class RecordLists(
    Guid registrant,
    Register register,
    IReadOnlyList<Source> sources,
    SourceSession session,
    PurposeView view,
    RecordSeal seal,
    Func<Source, PassportPolicies.OfFields> policiesOf,
    Func<RecordField, FieldValue, FieldValue> mask,
    Func<RecordSegment, PersonalRecord, RecordField, Withheld?> withhold,
    Func<Source, IReadOnlyList<SubjectIdentity>> identitiesAt,
    Task<PersonStanding?> standing)
{
    // How many records of one type the profile looks at: nobody has more current addresses than this.
    private const int ProfileRecords = 100;

    private static readonly IReadOnlyDictionary<string, SegmentReading> Nothing = new Dictionary<string, SegmentReading>();

    private readonly ConcurrentDictionary<string, bool> holding = [];

    /// <summary>The ids of the sources that answered with records.</summary>
    public IEnumerable<string> Holding => holding.Keys;

    /// <summary>
    /// Starts to read everything wanted: first pages of all lists with one call per source, later pages list by list. A list waits for the
    /// sources that it is made of and for no other.
    /// </summary>
    public RecordReading Read(RegistrantQuery query, CancellationToken cancellationToken)
    {
        var selections = query.Records.Distinct().ToList();
        var cursors = selections.Where(selection => selection.After is not null).ToDictionary(selection => selection, Cursor);
        var first = selections.Where(selection => selection.After is null).ToList();
        var calls = sources.ToDictionary(source => source.Id, source => ReadFirstAsync(source, first, query.Profile, cancellationToken));
        return new(
            selections.ToDictionary(selection => selection, selection => cursors.TryGetValue(selection, out var cursor)
                ? LaterPageAsync(selection, cursor, cancellationToken)
                : FirstPageAsync(selection, calls)),
            query.Profile ? ProfileAsync(calls) : Task.FromResult(Profile.Empty));
    }

    private RecordCursor Cursor(RecordSelection selection) =>
        seal.OpenCursor(registrant, selection, selection.After!) ?? throw new RegistrantQueryException(
            "UNKNOWN_CURSOR", "The cursor 'after' is not one of this list; use the endCursor of the page before.");

    private async Task<IReadOnlyDictionary<string, SegmentReading>> ReadFirstAsync(
        Source source, IReadOnlyList<RecordSelection> selections, bool profile, CancellationToken cancellationToken)
    {
        var wanted = Wanted(source, selections, profile);
        if (wanted.Count == 0)
        {
            return Nothing;
        }

        if (source.State != SourceState.Active)
        {
            session.Book.Miss(source);
            return Nothing;
        }

        var identities = identitiesAt(source);
        if (identities.Count == 0)
        {
            return Nothing;
        }

        var read = await session.ReadFirstAsync(source, identities, wanted, cancellationToken).ConfigureAwait(false);
        Note(source, read.Values.Any(reading => reading.Places.Count > 0));
        return read;
    }

    private void Note(Source source, bool holds)
    {
        if (holds)
        {
            holding.TryAdd(source.Id, true);
        }
    }

    // Per record type, how many records are wanted at least: one more than the page, to know whether there is a next.
    private Dictionary<string, int> Wanted(Source source, IReadOnlyList<RecordSelection> selections, bool profile)
    {
        var wanted = new Dictionary<string, int>();
        foreach (var type in source.Descriptor?.RecordTypes ?? [])
        {
            var most = selections.Where(selection => selection.TypesAt(source, register).Contains(type.Name))
                .Select(selection => selection.First + 1)
                .Append(profile && ProfileMerger.Speaks(type) ? ProfileRecords : 0)
                .Max();
            if (most > 0 && view.AllowsAnyOf(type))
            {
                wanted.Add(type.Name, most);
            }
            else if (most > 0)
            {
                session.Book.Withhold(source);
            }
        }

        return wanted;
    }

    private async Task<RecordList> FirstPageAsync(RecordSelection selection, IReadOnlyDictionary<string, Task<IReadOnlyDictionary<string, SegmentReading>>> calls)
    {
        var segments = Segments(selection).ToList();
        await Task.WhenAll(segments.Select(segment => calls[segment.Source.Id])).ConfigureAwait(false);
        var places = new List<(RecordSegment Segment, RecordPlace Place)>();
        var more = false;
        foreach (var segment in segments.TakeWhile(_ => places.Count <= selection.First && !more))
        {
            if ((await calls[segment.Source.Id].ConfigureAwait(false)).TryGetValue(segment.Type.Name, out var reading))
            {
                places.AddRange(reading.Places.Select(place => (segment, place)));
                more = reading.More;
            }
        }

        return Page(selection, places, more);
    }

    private async Task<RecordList> LaterPageAsync(RecordSelection selection, RecordCursor cursor, CancellationToken cancellationToken)
    {
        var places = new List<(RecordSegment Segment, RecordPlace Place)>();
        var more = false;
        var from = cursor;
        var segments = Segments(selection).SkipWhile(segment =>
            segment.Source.Id != cursor.Source || segment.Type.Name != cursor.RecordType);
        foreach (var segment in segments.TakeWhile(_ => places.Count <= selection.First && !more))
        {
            var identities = identitiesAt(segment.Source);
            if (segment.Source.State != SourceState.Active)
            {
                session.Book.Miss(segment.Source);
            }
            else if (identities.Count > 0)
            {
                var reading = await session.ReadFromAsync(
                    segment.Source, identities, segment.Type.Name, from?.PageToken, from?.Skip ?? 0,
                    selection.First + 1 - places.Count, cancellationToken).ConfigureAwait(false);
                Note(segment.Source, reading.Places.Count > 0);
                places.AddRange(reading.Places.Select(place => (segment, place)));
                more = reading.More;
            }

            from = null;
        }

        return Page(selection, places, more);
    }

    private RecordList Page(RecordSelection selection, List<(RecordSegment Segment, RecordPlace Place)> places, bool more)
    {
        var shown = places.Take(selection.First).ToList();
        var relevant = Segments(selection).Select(segment => segment.Source.Id).ToHashSet();
        return new()
        {
            Nodes = [.. shown.Select(one => Held(one.Segment, one.Place))],
            HasNextPage = more || places.Count > shown.Count,
            EndCursor = shown.Count == 0 ? null : seal.Cursor(registrant, selection, new(
                shown[^1].Segment.Source.Id,
                shown[^1].Segment.Type.Name,
                shown[^1].Place.PageToken,
                shown[^1].Place.Position + 1)),
            Missing = [.. session.Book.Readings().Where(reading => relevant.Contains(reading.Source.Id) && !reading.Complete)],
        };
    }

    private IEnumerable<RecordSegment> Segments(RecordSelection selection) =>
        from source in sources
        let types = selection.TypesAt(source, register)
        from type in source.Descriptor?.RecordTypes ?? []
        where types.Contains(type.Name)
        select new RecordSegment(source, type);

    private async Task<Profile> ProfileAsync(IReadOnlyDictionary<string, Task<IReadOnlyDictionary<string, SegmentReading>>> calls)
    {
        var records = new List<HeldRecord>();
        foreach (var source in sources)
        {
            foreach (var type in (source.Descriptor?.RecordTypes ?? []).Where(ProfileMerger.Speaks))
            {
                if ((await calls[source.Id].ConfigureAwait(false)).TryGetValue(type.Name, out var reading))
                {
                    records.AddRange(reading.Places.Select(place => Held(new RecordSegment(source, type), place)));
                }
            }
        }

        return ProfileMerger.Merge(records);
    }

    private HeldRecord Held(RecordSegment segment, RecordPlace place) => new(
        registrant,
        segment.Source,
        segment.Type,
        place.Record,
        place.AsOf,
        seal,
        policiesOf(segment.Source),
        field => view.Allows(segment.Type, field),
        mask,
        field => withhold(segment, place.Record, field),
        standing);
}
