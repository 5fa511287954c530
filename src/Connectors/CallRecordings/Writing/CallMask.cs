using System.Text;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Takes a person out of a call detail record, byte for byte: asterisks stand where their data stood.</summary>
internal sealed class CallMask(CallRecordingsSettings settings)
{
    private const char Sign = '*';

    /// <summary>Where numbers turn up besides their own columns: in the names of channels and in what was dialled.</summary>
    private static readonly string[] free =
    [
        CallColumns.Source, CallColumns.Destination, CallColumns.Context, CallColumns.CallerId, CallColumns.Channel,
        CallColumns.DestinationChannel, CallColumns.LastData, CallColumns.UserField,
    ];

    /// <summary>The text; empty when it was erased.</summary>
    public static string Lift(string text) => text.AsSpan().IndexOfAnyExcept(Sign) < 0 ? "" : text;

    /// <summary>The record without one person.</summary>
    /// <param name="line">The record.</param>
    /// <param name="call">The same, read.</param>
    /// <param name="parties">Which ends of the call are the person's.</param>
    /// <param name="keepRecording">True when the recording stays, and with it the path that leads there.</param>
    public byte[] Without(ReadOnlySpan<byte> line, CallDetailRecord call, CallParties parties, bool keepRecording)
    {
        var masked = line.ToArray();
        var places = CsvLine.Places(line);
        var columns = new List<string>();
        if (parties.CallerIsOwn)
        {
            columns.AddRange([CallColumns.Source, CallColumns.CallerId]);
        }

        if (parties.CalledIsOwn)
        {
            columns.Add(CallColumns.Destination);
        }

        if (parties.AccountIsOwn)
        {
            columns.Add(CallColumns.AccountCode);
        }

        if (!keepRecording)
        {
            columns.Add(CallColumns.UserField);
        }

        foreach (var column in columns)
        {
            Inside(masked, places, column).Fill((byte)Sign);
        }

        foreach (var number in parties.OwnNumbers.SelectMany(Forms).Distinct().OrderByDescending(form => form.Length))
        {
            foreach (var column in free.Where(column => !(keepRecording && column == CallColumns.UserField)))
            {
                Cover(Inside(masked, places, column), Encoding.UTF8.GetBytes(number));
            }
        }

        var peer = Inside(masked, places, CallColumns.PeerAccount);
        if (parties.AccountIsOwn && peer.SequenceEqual(Encoding.UTF8.GetBytes(call.CustomerNumber)))
        {
            peer.Fill((byte)Sign);
        }

        return masked;
    }

    /// <summary>The record without the path of its recording.</summary>
    public byte[] WithoutRecording(ReadOnlySpan<byte> line)
    {
        var masked = line.ToArray();
        Inside(masked, CsvLine.Places(line), CallColumns.UserField).Fill((byte)Sign);
        return masked;
    }

    private static void Cover(Span<byte> field, ReadOnlySpan<byte> text)
    {
        while (field.IndexOf(text) is >= 0 and var at)
        {
            field.Slice(at, text.Length).Fill((byte)Sign);
            field = field[(at + text.Length)..];
        }
    }

    /// <summary>The number as it was written, and as the exchange writes it elsewhere.</summary>
    private IEnumerable<string> Forms(string number)
    {
        yield return number;
        if (PhoneNumber.Normalize(number, settings.CountryCode) is not { } normal)
        {
            yield break;
        }

        yield return normal[1..];
        if (normal.StartsWith($"+{settings.CountryCode}", StringComparison.Ordinal))
        {
            yield return normal[(settings.CountryCode.Length + 1)..];
        }
    }

    private Span<byte> Inside(byte[] line, IReadOnlyList<Range> places, string column)
    {
        var position = settings.Columns.ToList().IndexOf(column);
        if (position < 0)
        {
            return [];
        }

        var field = line.AsSpan(places[position]);
        return field is [(byte)'"', .., (byte)'"'] ? field[1..^1] : field;
    }
}
