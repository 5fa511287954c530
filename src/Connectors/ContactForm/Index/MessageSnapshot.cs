using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.ContactForm.Maildir;

namespace PersonalDataHub.Connectors.ContactForm.Index;

/// <summary>The messages as they lay at one look.</summary>
internal sealed class MessageSnapshot(IReadOnlyList<(MaildirFile File, IndexedMessage Entry)> messages, Func<string, UInt128> hashOf)
{
    /// <summary>How many messages name no sender at all, so that nobody's search finds them.</summary>
    public int Senderless => messages.Where(message => message.Entry.Senders.Count == 0).DistinctBy(message => message.Entry.Key).Count();

    /// <summary>How many messages cannot be answered.</summary>
    public int Unanswerable => messages.Where(message => !message.Entry.Answerable).DistinctBy(message => message.Entry.Key).Count();

    public int Count => messages.DistinctBy(message => message.Entry.Key).Count();

    /// <summary>The message of this key, whosever it is; null when there is none.</summary>
    public FoundMessage? Message(string key) =>
        messages.Where(message => message.Entry.Key == key).ToList() is [var first, ..] copies
            ? new(key, first.Entry.At, [.. copies.Select(copy => copy.File)], []) : null;

    /// <summary>The person's messages, the oldest first; copies in several folders are one message.</summary>
    /// <param name="identities">By what the person is known.</param>
    /// <param name="zone">In which days are counted.</param>
    public IReadOnlyList<FoundMessage> Find(IReadOnlyList<SubjectIdentity> identities, TimeZoneInfo zone)
    {
        var asked = identities
            .Select((identity, position) => (identity, position))
            .Where(one => one.identity.Kind == IdentityKinds.Email)
            .Select(one => (Hash: hashOf(one.identity.Value), one.identity, one.position))
            .ToLookup(one => one.Hash);
        return
        [
            .. messages
                .Select(message => (message.File, message.Entry, FoundBy: FoundBy(message.Entry)))
                .Where(message => message.FoundBy.Count > 0)
                .GroupBy(message => message.Entry.Key, StringComparer.Ordinal)
                .Select(copies => new FoundMessage(
                    copies.Key, copies.Min(copy => copy.Entry.At), [.. copies.Select(copy => copy.File)],
                    [.. copies.SelectMany(copy => copy.FoundBy).Distinct().Order()]))
                .OrderBy(message => message.At)
                .ThenBy(message => message.Key, StringComparer.Ordinal),
        ];

        List<int> FoundBy(IndexedMessage entry) =>
            [.. entry.Senders.SelectMany(sender => asked[sender]).Where(one => LiesWithin(entry, one.identity)).Select(one => one.position)];

        bool LiesWithin(IndexedMessage entry, SubjectIdentity identity)
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(entry.At), zone).DateTime);
            return (identity.ValidFrom is not { } from || day >= from) && (identity.ValidTo is not { } to || day <= to);
        }
    }
}
