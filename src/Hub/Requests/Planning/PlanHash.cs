using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>
/// Makes the hash that an approval names: the same persons, records, fates and blockers give the same hash, whatever the
/// hour and in whatever order sources answered; anything else gives another.
/// </summary>
/// <remarks>Identities, keys and values go in as keyed hashes: a plan's hash can not be used to try out what it holds.</remarks>
internal sealed class PlanHash(BlindIndex blinds, ValueTag tags, KnownIdentityKinds kinds)
{
    public string Of(
        string register,
        Guid registrant,
        DataSubjectRequestKind kind,
        IEnumerable<PlannedTask> tasks,
        IEnumerable<SourceNotReached> notReached,
        IEnumerable<UndecidedCandidate> undecided)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, register, registrant.ToString("N"), kind.ToString());
        foreach (var task in tasks.OrderBy(task => task.Source, StringComparer.Ordinal))
        {
            Append(hash, "source", task.Source);
            AppendSorted(hash, "identity", task.Identities.Select(OfIdentity));
            AppendSorted(hash, "item", task.Items.Select(item => OfItem($"{register}/{task.Source}", item)));
        }

        AppendSorted(hash, "notReached", notReached.Select(source => source.Source));
        AppendSorted(hash, "undecided", undecided.Select(candidate => candidate.Mark));
        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }

    private string OfIdentity(SubjectIdentity identity) => Convert.ToHexString(
        blinds.Of(identity.Kind, identity.Issuer, kinds.Of(identity.Kind).ComparedBy(identity.Value)));

    private string OfItem(string source, PlannedItem item) => string.Join(
        '\n',
        (object?[])
        [
            item.Target.RecordType,
            Convert.ToHexString(blinds.Of($"record/{item.Target.RecordType}", source, item.Target.Key)),
            item.Target.Field,
            item.Fate,
            item.Article,
            item.Until?.ToString("O", CultureInfo.InvariantCulture),
            item.ExpectedTag,
            item.Fate == Fate.Correct ? tags.Of(source, item.Target.RecordType, item.Target.Key, item.Target.Field!, item.NewValue) : null,
            // What no blocker keeps has the hash that it always had.
            .. item.Blockers.Order(StringComparer.Ordinal),
        ]);

    // The count first: no two lists may write the same bytes.
    private static void AppendSorted(IncrementalHash hash, string name, IEnumerable<string> texts)
    {
        var sorted = texts.Order(StringComparer.Ordinal).ToList();
        Append(hash, [name, sorted.Count.ToString(CultureInfo.InvariantCulture), .. sorted]);
    }

    private static void Append(IncrementalHash hash, params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
