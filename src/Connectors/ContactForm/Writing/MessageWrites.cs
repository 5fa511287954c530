using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.ContactForm.Index;
using PersonalDataHub.Connectors.ContactForm.Maildir;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.ContactForm.Writing;

/// <summary>Removes messages and moves them aside, with all their copies.</summary>
/// <remarks>
/// A message is found until its last copy is gone or moved, so a repeat after a crash goes on by itself. Mail programs move
/// files while we work: what is not where it was is looked for again.
/// </remarks>
internal sealed class MessageWrites(ContactFormSettings settings, MaildirFolder maildir, MessageIndex index, DurableFiles files)
{
    private const int Rounds = 10;

    public async Task<IReadOnlyList<WriteItem>> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(request.Identities, cancellationToken).ConfigureAwait(false);
        return [.. request.Targets.Select(target => Refusal(target, "erased") ?? (held.ContainsKey(target.Key) ? new WriteDone() : new WriteNotHeld()))];
    }

    public async Task<IReadOnlyList<WriteItem>> EraseAsync(ErasureRequest request, WriteLedger ledger, CancellationToken cancellationToken)
    {
        var wanted = WholeOf(request.Targets);
        await RepeatAsync(
            request.Identities,
            wanted,
            message =>
            {
                ledger.Begin(message.Key);
                return message.Copies;
            },
            copy => files.Delete(maildir.PathOf(copy)),
            cancellationToken).ConfigureAwait(false);
        return [.. request.Targets.Select(target => Refusal(target, "erased") ?? ledger.AnswerFor(target.Key))];
    }

    public async Task<IReadOnlyList<WriteItem>> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(request.Identities, cancellationToken).ConfigureAwait(false);
        await RepeatAsync(
            request.Identities,
            WholeOf(request.Targets),
            message => [.. message.Copies.Where(copy => maildir.IsRestricted(copy) != request.Restricted)],
            copy =>
            {
                var to = request.Restricted ? maildir.Restricted(copy) : maildir.Released(copy);
                maildir.Prepare(to);
                files.Move(maildir.PathOf(copy), maildir.PathOf(to));
            },
            cancellationToken).ConfigureAwait(false);
        return [.. request.Targets.Select(target => Refusal(target, "restricted") ?? (held.ContainsKey(target.Key) ? new WriteDone() : new WriteNotHeld()))];
    }

    private static HashSet<string> WholeOf(IEnumerable<RecordTarget> targets) =>
        [.. targets.Where(target => target.RecordType == ContactFormDescriptor.Message && target.Field is null).Select(target => target.Key)];

    private static WriteItem? Refusal(RecordTarget target, string what) =>
        target.RecordType != ContactFormDescriptor.Message ? new WriteNotHeld()
        : target.Field is not null ? new WriteUnsupported($"A message is {what} as a whole: it stands in one file, as it arrived.")
        : null;

    private async Task<Dictionary<string, FoundMessage>> HeldAsync(IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var look = await index.LookAsync(cancellationToken).ConfigureAwait(false);
        return look.Find(identities, settings.TimeZone).ToDictionary(message => message.Key, StringComparer.Ordinal);
    }

    private async Task RepeatAsync(
        IReadOnlyList<SubjectIdentity> identities,
        HashSet<string> wanted,
        Func<FoundMessage, IReadOnlyList<MaildirFile>> copiesOf,
        Action<MaildirFile> change,
        CancellationToken cancellationToken)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var held = await HeldAsync(identities, cancellationToken).ConfigureAwait(false);
            var copies = held.Values.Where(message => wanted.Contains(message.Key)).SelectMany(copiesOf).ToList();
            if (copies.Count == 0)
            {
                return;
            }

            foreach (var copy in copies)
            {
                try
                {
                    change(copy);
                }
                catch (Exception moved) when (moved is FileNotFoundException or DirectoryNotFoundException)
                {
                    // The next round finds it where it went.
                }
            }
        }

        throw new SourceException(FailureKind.Transient, "Messages keep being moved while they are changed; try again.");
    }
}
