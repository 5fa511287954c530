using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Changes call detail records, looking again until nothing is left to change.</summary>
internal sealed class CallEditing(CallRecordingsSettings settings, LineIndex index, LogEditor editor)
{
    private const int Rounds = 6;

    /// <summary>Finds calls, has them changed and looks again, because the file may have been rotated meanwhile.</summary>
    /// <exception cref="SourceException">The files change faster than they can be edited.</exception>
    public async Task ChangeAsync<T>(
        Func<IndexSnapshot, T> find, Func<T, IReadOnlyList<CallChange>> decide, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var changes = decide(await index.QueryAsync(find, cancellationToken))
                .Where(change => !change.Line.AsSpan().SequenceEqual(change.Call.Line))
                .ToList();
            if (changes.Count == 0)
            {
                if (round > 1)
                {
                    editor.RequireNothingBeingPacked();
                }

                return;
            }

            var files = changes.SelectMany(change => change.Call.Files).DistinctBy(file => file.Id).ToList();
            foreach (var file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                editor.Apply(file, [.. changes.SelectMany(
                    change => change.Call.Found.Lines.Where(line => line.File == file.Id),
                    (change, line) => new LineChange(line, change.Call.Line, change.Line))]);
            }

            await index.RenewAsync(files.Select(file => file.Id), cancellationToken);
        }

        throw new SourceException(FailureKind.Transient, $"'{settings.FileName}' keeps changing while it is edited; try again.");
    }

    /// <summary>
    /// The record with another caller's name or note; as long as before where the exchange may still append to the file.
    /// Null when the new value does not fit then.
    /// </summary>
    public byte[]? With(HeldCall call, string field, string? value)
    {
        var column = field == CallRecordingsDescriptor.Note ? CallColumns.UserField : CallColumns.CallerId;
        var place = CsvLine.Places(call.Line)[settings.Columns.ToList().IndexOf(column)];
        var old = call.Line.AsSpan(place);
        var (before, after) = column == CallColumns.UserField ? (value ?? "", "") : CallerId(call, value);
        var text = CsvLine.Quote(before + after);
        if (!call.Files.All(editor.MayRewrite))
        {
            if (text.Length > old.Length)
            {
                return null;
            }

            // Blanks before the number, or behind a note, are read by nobody.
            text = CsvLine.Quote(before + new string(' ', old.Length - text.Length) + after);
        }

        return [.. call.Line.AsSpan(0, place.Start.Value), .. text, .. call.Line.AsSpan(place.End.Value)];
    }

    private (string Name, string Number) CallerId(HeldCall call, string? name)
    {
        var written = CsvLine.Split(call.Line)![settings.Columns.ToList().IndexOf(CallColumns.CallerId)];
        var bracket = written.LastIndexOf('<');
        var number = bracket < 0 ? $"<{call.Detail.CallerNumber}>" : written[bracket..];
        return (name is null ? "" : $"\"{name}\" ", number);
    }
}
