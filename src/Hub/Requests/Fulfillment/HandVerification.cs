using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Looks at the source before what somebody says to have done by hand is believed.</summary>
internal sealed class HandVerification(CatalogHolder catalogs, TaskOpener opener, ReadBack readBack, FulfillmentOptions options)
{
    /// <summary>What the source shows of each item, by ordinal; nothing when it cannot be read.</summary>
    /// <exception cref="RequestException">It shows that something is not done.</exception>
    public async Task<IReadOnlyDictionary<int, Proof>> VerifyAsync(long taskKey, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        if (await opener.OpenAsync(taskKey, cancellationToken) is not { Identities.Count: > 0 } work
            || lease.Catalog.FindSource(work.Task.Register, work.Task.Source) is not { State: SourceState.Active } source
            || !CanShow(source, work.Request.Kind))
        {
            return new Dictionary<int, Proof>();
        }

        var file = await readBack.ReadAsync(source, work, options.ReadBackTimeout, cancellationToken);
        var proofs = work.Items.ToDictionary(item => item.Ordinal, item => readBack.Of(source, work.Request.Kind, item, file));
        var open = work.Items.Where(item => item.Outcome is not (Outcome.Retained or Outcome.Refused or Outcome.HubEnforcedOnly)
            && item.Fate is not (Planning.Fate.Retain or Planning.Fate.HubEnforce)
            && !IsPutRightBeside(source, work.Request.Kind, item));
        if (open.FirstOrDefault(item => proofs[item.Ordinal] == Proof.NotDone) is { } undone)
        {
            throw new RequestException([new(
                RequestMistakes.SourceDisagrees,
                $"The source '{source.Id}' still shows {undone.Target} as it was; do it there, then complete the task.",
                undone.Target.ToString())]);
        }

        return proofs;
    }

    // Where a source corrects by itself but leaves this to a person, the old value stays: a voucher gets a correction entry.
    private static bool IsPutRightBeside(Source source, DataSubjectRequestKind kind, WorkItem item) =>
        kind == DataSubjectRequestKind.Rectification
        && item.Fate == Planning.Fate.Manual
        && source.Describe(Ability.Rectification, item.Target.RecordType) is { Mode: not AbilityMode.Manual };

    // Last week's export says nothing of today's work, and nobody tells a connector that a person locked a paper file away.
    private static bool CanShow(Source source, DataSubjectRequestKind kind) =>
        source.Descriptor?.Freshness == TimeSpan.Zero
        && (kind is DataSubjectRequestKind.Erasure or DataSubjectRequestKind.Rectification
            || source.Describe(Ability.Restriction) is not { Mode: AbilityMode.Manual });
}
