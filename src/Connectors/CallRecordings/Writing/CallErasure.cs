using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Erases calls: the recording goes, and in the call detail record the person is masked.</summary>
/// <remarks>
/// The record is masked last. Until then the call is found by the person's identities, so a repeat after a crash goes on
/// where the first attempt ended.
/// </remarks>
internal sealed class CallErasure(
    CallRecordingsSettings settings, HeldCalls held, CallEditing editing, RecordingMoves moves, RestrictionManifest manifest)
{
    private readonly CallMask mask = new(settings);

    /// <summary>Says what would become of each target.</summary>
    public IReadOnlyList<WriteItem> Preview(IndexSnapshot index, ErasureRequest request)
    {
        var calls = Find(index, request);
        return [.. request.Targets.Select(Foretell)];

        WriteItem Foretell(RecordTarget target) =>
            !Holds(calls, target) ? new WriteNotHeld()
            : Refusal(target) is { } refusal ? refusal
            : InstructionFor(target, calls[target.Key]) is { } instruction ? new WriteManual(instruction)
            : new WriteDone();
    }

    public async Task<IReadOnlyList<WriteItem>> EraseAsync(
        ErasureRequest request, WriteLedger ledger, CancellationToken cancellationToken)
    {
        await editing.ChangeAsync(
            index => Find(index, request),
            calls => [.. request.Targets
                .Where(target => Refusal(target) is null && Holds(calls, target))
                .OrderBy(target => target.Field is null)
                .SelectMany(target => Erase(target, [.. calls[target.Key]], ledger))],
            cancellationToken);
        return [.. request.Targets.Select(target =>
            target.RecordType != CallRecordingsDescriptor.CallRecord ? new WriteNotHeld()
            : Refusal(target) is { } refusal ? refusal
            : ledger.AnswerFor(Name(target)))];
    }

    /// <summary>Null for what can be erased: a whole call, or a field that nothing else depends on.</summary>
    private static WriteUnsupported? Refusal(RecordTarget target) => target.Field switch
    {
        null or CallRecordingsDescriptor.CallerName or CallRecordingsDescriptor.Note or CallRecordingsDescriptor.Recording => null,
        "channels" or "recordingLength" => new("It is read from the recording and goes with it; erase the recording."),
        _ => new("It is part of what tells the call apart; erase the call as a whole, which masks the person in it."),
    };

    private static bool Holds(ILookup<string, HeldCall> calls, RecordTarget target) =>
        target.RecordType == CallRecordingsDescriptor.CallRecord && calls.Contains(target.Key);

    private static string Name(RecordTarget target) => target.Field is null ? target.Key : $"{target.Key}.{target.Field}";

    private ILookup<string, HeldCall> Find(IndexSnapshot index, ErasureRequest request) =>
        held.Find(index, request.Identities, request.Targets.Select(target => target.Key));

    private string? InstructionFor(RecordTarget target, IEnumerable<HeldCall> calls) =>
        target.Field is null or CallRecordingsDescriptor.Recording ? calls.Select(InstructionFor).FirstOrDefault(one => one is not null) : null;

    private string? InstructionFor(HeldCall call)
    {
        var name = call.Detail.UniqueId.Length > 0 ? $"with unique id {call.Detail.UniqueId}" : "at hand";
        return !call.HasRecording ? null
            : call.SharedRecording
                ? $"Another customer is heard in the recording of the call {name}: silence or cut out this person's part, or decide that "
                + "the recording stays as it is because of the other customer's rights (GDPR Art. 15(4) and 17(3))."
            : !moves.IsInside(call.Detail.RecordingPath)
                ? $"The recording of the call {name} is not a WAV file in the source's folder: find it by the path in the call's user "
                + "field and delete it."
            : null;
    }

    private IEnumerable<CallChange> Erase(RecordTarget target, IReadOnlyList<HeldCall> calls, WriteLedger ledger)
    {
        var instruction = InstructionFor(target, calls);
        ledger.Begin(Name(target), instruction);
        if (target.Field is CallRecordingsDescriptor.CallerName or CallRecordingsDescriptor.Note)
        {
            return calls.Select(call => new CallChange(call, editing.With(call, target.Field, null)!));
        }

        if (instruction is null)
        {
            foreach (var call in calls.Where(call => call.HasRecording))
            {
                moves.Erase(call.Detail.RecordingPath);
            }
        }

        if (target.Field is not null)
        {
            return instruction is not null ? []
                : calls.Select(call => new CallChange(call, mask.WithoutRecording(call.Line)));
        }

        manifest.Forget(calls.Select(call => call.Key).ToHashSet(StringComparer.Ordinal));
        return calls.Select(call => new CallChange(call, mask.Without(
            call.Line, call.Detail, call.Parties, keepRecording: instruction is not null && call.HasRecording)));
    }
}
