using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>Decides which calls are a person's.</summary>
/// <remarks>
/// A call with the person's customer number is theirs. A call with their telephone number is theirs only when the
/// exchange attributed it to nobody, or to one of their customer numbers: numbers are shared in households and passed
/// on, and what the operator has established about a caller outweighs the number. A person who is asked for by number
/// alone therefore gets only calls attributed to nobody; the others are found once the customer number is known.
/// An identity with a validity finds only calls that began on those days, in the source's time zone.
/// </remarks>
internal sealed class CallSearch(CallRecordingsSettings settings)
{
    /// <summary>The person's calls, oldest first, each once.</summary>
    public IReadOnlyList<FoundCall> Find(IndexSnapshot index, IReadOnlyList<SubjectIdentity> identities)
    {
        var own = identities.Where(IsCustomerNumber).Select(identity => index.OwnerOf(identity.Value)).ToHashSet();
        return [.. identities
            .SelectMany((identity, position) => Lines(index, identity, own).Select(line => (line, position)))
            .GroupBy(found => (found.line.At, found.line.Tag))
            .OrderBy(group => group.Key)
            .Select(group => new FoundCall(
                group.First().line,
                [.. group.Select(found => found.position).Distinct()],
                [.. group.Select(found => found.line).DistinctBy(line => (line.File, line.Offset))]))];
    }

    private IEnumerable<LineHit> Lines(IndexSnapshot index, SubjectIdentity identity, HashSet<UInt128> own)
    {
        var lines = IsCustomerNumber(identity)
            ? index.Find(CallDetailRecordReader.CustomerKey, identity.Value)
            : identity.Kind == IdentityKinds.Phone
                && PhoneNumber.Normalize(identity.Value, settings.CountryCode) is { } number
                ? index.Find(CallDetailRecordReader.PhoneKey, number)
                    .Where(line => line.Owner is not { } owner || own.Contains(owner))
                : [];
        return lines.Where(line => IsWithin(identity, line.At));
    }

    public bool IsCustomerNumber(SubjectIdentity identity) =>
        identity.Kind == IdentityKinds.CustomerNumber && identity.Issuer == settings.CustomerNumberIssuer;

    private bool IsWithin(SubjectIdentity identity, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, settings.TimeZone).DateTime);
        return (identity.ValidFrom is not { } from || day >= from) && (identity.ValidTo is not { } to || day <= to);
    }
}
