using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Reads sources during one search: every call is bounded by the search's deadline and noted in its book.</summary>
internal sealed class SourceSession(SourceInvoker invoker, ReadingBook book, TimeProvider time, TimeSpan waitAtMost)
{
    // Large enough that one call holds nearly everybody's whole file, small enough to stay one page of memory.
    private const int PageSize = 500;

    private readonly long started = time.GetTimestamp();

    private static readonly SourceCall<ReadPage> TooLate = new()
    {
        Status = CallStatus.TimedOut,
        Failure = new(FailureKind.Transient, "The time for the answer was over before the source could be asked."),
        Duration = TimeSpan.Zero,
    };

    public ReadingBook Book => book;

    /// <summary>The time that is left for the answer; zero when it is over.</summary>
    public TimeSpan Left => waitAtMost - time.GetElapsedTime(started) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Reads a page; null when the source did not answer.</summary>
    public async Task<ReadPage?> ReadAsync(
        Source source,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<string> types,
        string? token,
        CancellationToken cancellationToken)
    {
        var request = new ReadRequest
        {
            Identities = identities, RecordTypes = types, PageSize = PageSize, PageToken = token,
        };
        var left = Left;
        var call = left > TimeSpan.Zero
            ? await invoker.ReadAsync(source, request, left, cancellationToken).ConfigureAwait(false)
            : TooLate;
        book.Note(source, call);
        return call.Value;
    }

    /// <summary>
    /// Reads the first records of several types with as few calls as the source's pages allow: one when all fit.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, SegmentReading>> ReadFirstAsync(
        Source source,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyDictionary<string, int> atLeastByType,
        CancellationToken cancellationToken)
    {
        var page = await ReadAsync(source, identities, [.. atLeastByType.Keys], null, cancellationToken).ConfigureAwait(false);
        if (page is null)
        {
            return new Dictionary<string, SegmentReading>();
        }

        var readings = page.Records
            .GroupBy(record => record.RecordType)
            .ToDictionary(group => group.Key, group => FirstOf(group, page));
        if (page.NextPageToken is not null)
        {
            await CompleteAsync(source, identities, atLeastByType, readings, cancellationToken).ConfigureAwait(false);
        }

        return readings;
    }

    /// <summary>Reads records of one type from a place on, until there are enough or no more.</summary>
    public async Task<SegmentReading> ReadFromAsync(
        Source source,
        IReadOnlyList<SubjectIdentity> identities,
        string type,
        string? token,
        int skip,
        int atLeast,
        CancellationToken cancellationToken)
    {
        var places = new List<RecordPlace>();
        do
        {
            var page = await ReadAsync(source, identities, [type], token, cancellationToken).ConfigureAwait(false);
            if (page is null)
            {
                return new(places, More: false);
            }

            places.AddRange(page.Records.Skip(skip).Select((record, index) => new RecordPlace(record, page.AsOf, token, skip + index)));
            skip = Math.Max(0, skip - page.Records.Count);
            token = page.NextPageToken;
        }
        while (token is not null && places.Count < atLeast);

        return new(places, token is not null);
    }

    private static SegmentReading FirstOf(IEnumerable<PersonalRecord> records, ReadPage page) =>
        new([.. records.Select((record, index) => new RecordPlace(record, page.AsOf, null, index))], More: false);

    // A page over several types ended early, so where each type ends is not known: those types are read on their own.
    private async Task CompleteAsync(
        Source source,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyDictionary<string, int> atLeastByType,
        Dictionary<string, SegmentReading> readings,
        CancellationToken cancellationToken)
    {
        var single = await Task.WhenAll(atLeastByType.Select(async wanted => (
            Type: wanted.Key,
            Reading: await ReadFromAsync(source, identities, wanted.Key, null, 0, wanted.Value, cancellationToken)
                .ConfigureAwait(false)))).ConfigureAwait(false);
        foreach (var (type, reading) in single)
        {
            readings[type] = reading;
        }
    }
}
