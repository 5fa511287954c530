using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Keeps, during one search, how it went with every source; several calls to a source are one reading.</summary>
internal sealed class ReadingBook(IReadOnlyList<Source> sources)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = [];

    /// <summary>Notes how a call went.</summary>
    public void Note(Source source, SourceCall<ReadPage> call)
    {
        lock (gate)
        {
            var entry = EntryOf(source);
            entry.Calls++;
            entry.Duration = call.Duration > entry.Duration ? call.Duration : entry.Duration;
            if (call is { Status: CallStatus.Answered, Value: { } page })
            {
                entry.Answers++;
                entry.Records += page.Records.Count;
                entry.AsOf = entry.AsOf is { } earlier && earlier < page.AsOf ? earlier : page.AsOf;
                entry.Gaps.UnionWith(page.Gaps);
            }
            else
            {
                entry.TimedOut |= call.Status == CallStatus.TimedOut;
                entry.Disabled |= call.Status == CallStatus.Disabled;
                entry.Failure ??= call.Failure;
            }
        }
    }

    /// <summary>Notes that a source was left out because the purpose may not see what it holds.</summary>
    public void Withhold(Source source)
    {
        lock (gate)
        {
            EntryOf(source).Withheld = true;
        }
    }

    /// <summary>Notes that a source would have been asked, had it not been switched off or quarantined.</summary>
    public void Miss(Source source)
    {
        lock (gate)
        {
            EntryOf(source).Disabled = true;
        }
    }

    /// <summary>True when the source was called and something of it is missing.</summary>
    public bool IsMissing(Source source)
    {
        lock (gate)
        {
            return entries.TryGetValue(source.Id, out var entry)
                && (entry.Answers < entry.Calls || entry.Disabled);
        }
    }

    /// <summary>True when a call to the source was given up; it is not asked again in the same search.</summary>
    public bool TimedOut(Source source)
    {
        lock (gate)
        {
            return entries.TryGetValue(source.Id, out var entry) && entry.TimedOut;
        }
    }

    /// <summary>One reading per source of the register, in its order.</summary>
    public IReadOnlyList<SourceReading> Readings()
    {
        lock (gate)
        {
            return [.. sources.Select(Reading)];
        }
    }

    private SourceReading Reading(Source source)
    {
        if (!entries.TryGetValue(source.Id, out var entry))
        {
            return source.State == SourceState.Active
                ? new()
                {
                    Source = source,
                    Status = ReadingStatus.NotAsked,
                    Reason = source.HoldsAggregatesOnly ? AggregateSources.Reason : null,
                }
                : Disabled(source);
        }

        if (entry.Disabled || (entry.Calls == 0 && source.State != SourceState.Active))
        {
            return Disabled(source);
        }

        return new()
        {
            Source = source,
            Status = entry.Status(),
            AsOf = entry.AsOf,
            Duration = entry.Calls > 0 ? entry.Duration : null,
            Failure = entry.Failure,
            Gaps = [.. entry.Gaps],
        };
    }

    private static SourceReading Disabled(Source source) => new()
    {
        Source = source,
        Status = ReadingStatus.Disabled,
        Failure = new(FailureKind.Configuration, source.Reason ?? "The source is switched off."),
    };

    private Entry EntryOf(Source source) =>
        entries.TryGetValue(source.Id, out var entry) ? entry : entries[source.Id] = new();

    private sealed class Entry
    {
        public int Calls;
        public int Answers;
        public int Records;
        public bool TimedOut;
        public bool Disabled;
        public bool Withheld;
        public SourceFailure? Failure;
        public DateTimeOffset? AsOf;
        public TimeSpan Duration;
        public readonly SortedSet<string> Gaps = new(StringComparer.Ordinal);

        public ReadingStatus Status() => (Answers, Calls) switch
        {
            (0, 0) => Withheld ? ReadingStatus.Withheld : ReadingStatus.NotAsked,
            (0, _) => TimedOut ? ReadingStatus.TimedOut : ReadingStatus.Failed,
            _ when Answers < Calls => ReadingStatus.Partial,
            _ => Records > 0 ? ReadingStatus.Answered : ReadingStatus.NothingFound,
        };
    }
}
