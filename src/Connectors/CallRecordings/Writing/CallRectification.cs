using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Corrects what people and networks wrote into call detail records; what the exchange measured stays.</summary>
internal sealed class CallRectification(CallRecordingsSettings settings, HeldCalls held, CallEditing editing)
{
    public async Task<IReadOnlyList<WriteItem>> RectifyAsync(
        RectificationRequest request, CancellationToken cancellationToken)
    {
        var items = new List<WriteItem>(request.Corrections.Count);
        foreach (var correction in request.Corrections)
        {
            items.Add(Refusal(correction) ?? await RectifyAsync(request.Identities, correction, cancellationToken));
        }

        return items;
    }

    private static string? Current(HeldCall call, string field) =>
        field == CallRecordingsDescriptor.Note ? call.Detail.Note : call.Detail.CallerName;

    private async Task<WriteItem> RectifyAsync(
        IReadOnlyList<SubjectIdentity> identities, FieldCorrection correction, CancellationToken cancellationToken)
    {
        var field = correction.Target.Field!;
        var wanted = (correction.NewValue as TextValue)?.Value;
        var expected = (correction.Expected as TextValue)?.Value;
        WriteItem answer = new WriteNotHeld();
        await editing.ChangeAsync(
            index => held.Find(index, identities, [correction.Target.Key])[correction.Target.Key].ToList(),
            calls =>
            {
                (answer, var changes) = Decide(calls);
                return changes;
            },
            cancellationToken);
        return answer;

        (WriteItem, IReadOnlyList<CallChange>) Decide(IReadOnlyList<HeldCall> calls)
        {
            var wrong = calls.Where(call => Current(call, field) != wanted).ToList();
            if (calls.Count == 0)
            {
                return (new WriteNotHeld(), []);
            }

            if (wrong.Exists(call => Current(call, field) != expected))
            {
                return (new WriteConflict("The call detail record holds another value than the one that was to be corrected."), []);
            }

            var changes = wrong.Select(call => (call, line: editing.With(call, field, wanted))).ToList();
            return changes.Exists(change => change.line is null)
                ? (new WriteUnsupported(
                    $"The new value is longer than the old one, and the exchange still writes to '{settings.FileName}': until that file "
                    + "is rotated it can only be replaced by one that is no longer."), [])
                : (new WriteDone(), [.. changes.Select(change => new CallChange(change.call, change.line!))]);
        }
    }

    private WriteItem? Refusal(FieldCorrection correction)
    {
        if (correction.Target.RecordType != CallRecordingsDescriptor.CallRecord)
        {
            return new WriteNotHeld();
        }

        if (correction.Target.Field is not { } field || !CallColumns.Annotations.Contains(field, StringComparer.Ordinal))
        {
            return new WriteUnsupported(
                "The exchange measured it, and the call detail record is the evidence of that; a note of the disagreement belongs beside it.");
        }

        if (!settings.Correctable.Contains(field, StringComparer.Ordinal)
            || (field == CallRecordingsDescriptor.Note && !settings.UserFieldIsNote))
        {
            return new WriteUnsupported("The source's settings do not list it under 'correctable'.");
        }

        var reserved = field == CallRecordingsDescriptor.CallerName ? "\"<>*" : "*";
        return correction.NewValue switch
        {
            null => null,
            TextValue { Value: { Length: > 0 } text }
                when text.Trim() == text && !text.Any(letter => char.IsControl(letter) || reserved.Contains(letter)) => null,
            _ => new WriteUnsupported(
                "The new value must be text on one line, without blanks around it and without asterisks; in a name also without "
                + "quotes and angle brackets."),
        };
    }
}
