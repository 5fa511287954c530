using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Finds the calls that a write is about, among those of the person only.</summary>
internal sealed class HeldCalls(CallRecordingsSettings settings, CallSearch search, CallDetailRecordReader reader)
{
    public ILookup<string, HeldCall> Find(
        IndexSnapshot index, IReadOnlyList<SubjectIdentity> identities, IEnumerable<string> keys)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return search.Find(index, identities)
            .Select(call => (call, line: index.Read(call.Line)))
            .Select(pair => (pair.call, pair.line, key: reader.Key(pair.line)))
            .Where(held => wanted.Contains(held.key))
            .Select(held => Describe(index, identities, held.call, held.line, held.key))
            .ToLookup(call => call.Key, StringComparer.Ordinal);
    }

    private HeldCall Describe(
        IndexSnapshot index, IReadOnlyList<SubjectIdentity> identities, FoundCall call, byte[] line, string key)
    {
        var detail = reader.Read(line)!;
        var phones = call.FoundBy
            .Where(position => identities[position].Kind == IdentityKinds.Phone)
            .Select(position => PhoneNumber.Normalize(identities[position].Value, settings.CountryCode)!)
            .ToHashSet(StringComparer.Ordinal);
        var own = identities.Where(search.IsCustomerNumber).Select(identity => identity.Value).ToHashSet(StringComparer.Ordinal);
        var parties = CallParties.Of(detail, phones, own.Contains(detail.CustomerNumber), settings.CountryCode);
        var files = call.Lines.Select(one => index.Files.First(file => file.Id == one.File)).DistinctBy(file => file.Id).ToList();
        var shared = detail.RecordingPath.Length > 0
            && (IsNamedByAnother(index, detail.RecordingPath, own) || parties.OtherNumbers.Any(number => IsAnothers(index, number, own)));
        return new(key, call, line, detail, parties, files, shared);
    }

    /// <summary>True when a call of another customer has the same recording: a conference or a call passed on.</summary>
    private static bool IsNamedByAnother(IndexSnapshot index, string recording, HashSet<string> own) =>
        IsOwnedByAnother(index, index.Find(CallDetailRecordReader.RecordingKey, recording), own).Any();

    /// <summary>True when the exchange has attributed a call from or to this number to another customer.</summary>
    private bool IsAnothers(IndexSnapshot index, string number, HashSet<string> own) =>
        IsOwnedByAnother(index, index.Find(CallDetailRecordReader.PhoneKey, number), own)
            .Select(line => reader.Read(index.Read(line))!)
            .Any(call => PhoneNumber.Normalize(
                call.Direction == CallDetailRecordReader.Outbound ? call.CalledNumber : call.CallerNumber,
                settings.CountryCode) == number);

    private static IEnumerable<LineHit> IsOwnedByAnother(
        IndexSnapshot index, IEnumerable<LineHit> lines, HashSet<string> own)
    {
        var mine = own.Select(index.OwnerOf).ToHashSet();
        return lines.Where(line => line.Owner is { } owner && !mine.Contains(owner));
    }
}
