using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Writing;
using PersonalDataHub.Connectors.PartnerFeed.Settings;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed;

/// <summary>Erases rows from the deliveries, and keeps them from coming back unnoticed.</summary>
/// <remarks>
/// What is erased is suppressed first: rows are removed because they are on that list, so a repeat after a crash removes what
/// is left, as does every later erasure with what came back.
/// </remarks>
internal sealed class FeedErasure(PartnerFeedSettings settings, Deliveries deliveries, SuppressionList suppressed, DurableFiles files)
{
    private const int Rounds = 5;

    private static readonly WriteUnsupported whole = new("A row of a delivery is erased as a whole: the next delivery would bring a single value again.");

    /// <summary>Says what would become of each target: rows go in any case, also where a person then asks the partner.</summary>
    public async Task<IReadOnlyList<WriteItem>> PreviewAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(request.Identities, cancellationToken).ConfigureAwait(false);
        return [.. request.Targets.Select(target => Refusal(target) ?? (held.ContainsKey(target.Key) ? new WriteDone() : new WriteNotHeld()))];
    }

    public async Task<IReadOnlyList<WriteItem>> EraseAsync(ErasureRequest request, WriteLedger ledger, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(request.Identities, cancellationToken).ConfigureAwait(false);
        var wanted = request.Targets.Where(target => Refusal(target) is null && held.ContainsKey(target.Key)).Select(target => target.Key).Distinct().ToList();
        foreach (var key in wanted)
        {
            ledger.Begin(key, (Done() as WriteManual)?.Instruction);
        }

        suppressed.Add(wanted.Select(key => held[key]));
        deliveries.Forget();
        foreach (var (table, _) in deliveries.All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RemoveAsync(table, cancellationToken).ConfigureAwait(false);
        }

        return [.. request.Targets.Select(target => Refusal(target) ?? ledger.AnswerFor(target.Key))];
    }

    private WriteItem Done() => settings.Partner.ConfirmsErasure
        ? new WriteManual(
            $"The rows are removed from the deliveries here and are not shown when they come again. Ask {settings.Partner.Name} ({settings.Partner.Contact}) "
            + "to leave this person out of later deliveries, and attach the answer.")
        : new WriteDone();

    private WriteItem? Refusal(RecordTarget target) =>
        target.RecordType != settings.RecordType.Name ? new WriteNotHeld() : target.Field is not null ? whole : null;

    /// <summary>The person's rows of all deliveries, older and erased ones too, by what the hub knows them by.</summary>
    private async Task<Dictionary<string, string>> HeldAsync(IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, day) in deliveries.All())
        {
            foreach (var row in await table.QueryAsync(view => deliveries.Find(view, day, identities), cancellationToken).ConfigureAwait(false))
            {
                var pair = FeedRow.PairOf(row.Row, settings)!;
                held[FeedRow.KeyOf(pair)] = pair;
            }
        }

        return held;
    }

    private async Task RemoveAsync(TableFile table, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var before = FileStamp.Of(table.Path);
            var lines = await table.QueryAsync(
                view => view.FindPlaces(Deliveries.SuppressedKey, Deliveries.Yes).Select(found => (found.Offset, found.Length)).Order().ToList(),
                cancellationToken).ConfigureAwait(false);
            if (lines.Count == 0 || files.Replace(table.Path, keepTime: true, draft => Copy(table.Path, draft, lines), () => FileStamp.Of(table.Path) == before))
            {
                return;
            }
        }

        throw new SourceException(FailureKind.Transient, "A delivery keeps changing while rows are removed from it; try again.");
    }

    /// <summary>Copies the file byte by byte without these lines and their ends.</summary>
    private static void Copy(string path, Stream draft, IReadOnlyList<(long Offset, int Length)> lines)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        foreach (var (offset, length) in lines)
        {
            CopyTo(offset);
            file.Position = offset + length;
            var end = file.ReadByte();
            if (end == '\r')
            {
                file.ReadByte();
            }
        }

        CopyTo(file.Length);

        void CopyTo(long end)
        {
            var buffer = new byte[64 * 1024];
            while (file.Position < end && file.Read(buffer, 0, (int)Math.Min(buffer.Length, end - file.Position)) is > 0 and var read)
            {
                draft.Write(buffer, 0, read);
            }
        }
    }
}
