using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Restricts calls by a manifest, and their recordings by moving them where nobody but the hub reads.</summary>
/// <remarks>The manifest is written first and says where a recording belongs: what a crash leaves is mended by a repeat.</remarks>
internal sealed class CallRestriction(
    HeldCalls held, LineIndex index, RecordingMoves moves, RestrictionManifest manifest, TimeProvider clock)
{
    public async Task<IReadOnlyList<WriteItem>> RestrictAsync(
        RestrictionRequest request, CancellationToken cancellationToken)
    {
        var calls = await index.QueryAsync(
            snapshot => held.Find(snapshot, request.Identities, request.Targets.Select(target => target.Key)), cancellationToken);
        var items = new List<WriteItem>(request.Targets.Count);
        foreach (var target in request.Targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(target.RecordType != CallRecordingsDescriptor.CallRecord || !calls.Contains(target.Key) ? new WriteNotHeld()
                : target.Field is not null ? new WriteUnsupported("A call is restricted as a whole, with its recording.")
                : Restrict(calls[target.Key].First(), request));
        }

        return items;
    }

    private WriteDone Restrict(HeldCall call, RestrictionRequest request)
    {
        var recording = call.Detail.RecordingPath;
        var entries = manifest.Read();
        if (entries.ContainsKey(call.Key) != request.Restricted)
        {
            manifest.Add(new(call.Key, recording, clock.GetUtcNow(), request.Task.TaskId, request.Restricted));
        }

        if (!call.HasRecording)
        {
            return new();
        }

        if (request.Restricted)
        {
            moves.Restrict(recording);
        }
        else if (!entries.Values.Any(other => other.Call != call.Key && other.Recording == recording))
        {
            moves.Release(recording);
        }

        return new();
    }
}
