using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.CallRecordings.Writing;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>Reads lines of Asterisk's call detail records.</summary>
internal sealed class CallDetailRecordReader(CallRecordingsSettings settings) : ILineReader
{
    public const string CustomerKey = "customer";
    public const string PhoneKey = "phone";
    public const string RecordingKey = "recording";
    public const string Inbound = "inbound";
    public const string Outbound = "outbound";

    private readonly Dictionary<string, int> positions =
        settings.Columns.Select((name, position) => (name, position)).ToDictionary(pair => pair.name, pair => pair.position);

    public string Fingerprint => string.Join(
        '|', "2", settings.UserField, settings.TimeZone.Id, settings.UseGmTime, settings.CountryCode, string.Join(',', settings.Columns));

    public bool TryRead(ReadOnlySpan<byte> line, ICollection<LineKey> keys, out DateTimeOffset at)
    {
        at = default;
        if (Read(line) is not { } call)
        {
            return false;
        }

        at = call.StartedAt;

        // Who the operator has found the caller to be goes along with every number of the call: see CallSearch.
        var owner = call.CustomerNumber.Length == 0 ? null : call.CustomerNumber;
        if (owner is not null)
        {
            keys.Add(new(CustomerKey, owner, owner));
        }

        if (call.RecordingPath.Length > 0)
        {
            keys.Add(new(RecordingKey, call.RecordingPath, owner));
        }

        foreach (var number in (ReadOnlySpan<string>)[call.CallerNumber, call.CalledNumber])
        {
            if (PhoneNumber.Normalize(number, settings.CountryCode) is { } normal)
            {
                keys.Add(new(PhoneKey, normal, owner));
            }
        }

        return true;
    }

    /// <summary>What the hub knows a call by: it stays the same when the call is rotated away, or corrected.</summary>
    public string Key(ReadOnlySpan<byte> line)
    {
        var fields = CsvLine.Split(line)!;
        var named = positions.TryGetValue(CallColumns.UniqueId, out var id) && fields[id].Length > 0;
        var lasting = settings.Columns.Select((column, position) => column switch
        {
            CallColumns.CallerId => "",
            CallColumns.UserField when named || settings.UserFieldIsNote => "",
            _ => fields[position],
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', lasting))).AsSpan(0, 16));
    }

    /// <summary>The call; null when the line is malformed.</summary>
    public CallDetailRecord? Read(ReadOnlySpan<byte> line)
    {
        if (CsvLine.Split(line) is not { } fields || fields.Count != settings.Columns.Count)
        {
            return null;
        }

        string Of(string column) => positions.TryGetValue(column, out var position) ? CallMask.Lift(fields[position]) : "";

        var begun = ChannelBegun(Of(CallColumns.UniqueId));
        if (Instant(Of(CallColumns.Start), begun) is not { } start
            || Seconds(Of(CallColumns.Duration)) is not { } duration
            || Seconds(Of(CallColumns.TalkTime)) is not { } talkTime
            || Of(CallColumns.Disposition) is not { Length: > 0 } disposition)
        {
            return null;
        }

        var direction = Direction(Of(CallColumns.Context), Of(CallColumns.Source));
        return new()
        {
            StartedAt = start,
            AnsweredAt = Instant(Of(CallColumns.Answer), start),
            EndedAt = Instant(Of(CallColumns.End), start + duration),
            Duration = duration,
            TalkTime = talkTime,
            CallerNumber = Of(CallColumns.Source),
            CallerName = NameIn(Of(CallColumns.CallerId)) is { } name && name != Of(CallColumns.Source) ? name : null,
            CalledNumber = Of(CallColumns.Destination),
            Direction = direction,
            Disposition = disposition,
            CustomerNumber = Of(CallColumns.AccountCode),
            Agent = Extension(Of(direction == Outbound ? CallColumns.Channel : CallColumns.DestinationChannel)),
            RecordingPath = settings.UserFieldIsRecording ? Of(CallColumns.UserField) : "",
            Note = settings.UserFieldIsNote && Of(CallColumns.UserField).Trim() is { Length: > 0 } note ? note : null,
            UniqueId = Of(CallColumns.UniqueId),
        };
    }

    private static TimeSpan? Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>A unique id begins with the moment its channel was made, in seconds of Unix time.</summary>
    private static DateTimeOffset? ChannelBegun(string uniqueId)
    {
        var epoch = uniqueId.AsSpan(uniqueId.LastIndexOf('-') + 1);
        var dot = epoch.IndexOf('.');
        return dot > 0 && int.TryParse(epoch[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    /// <summary>The name before the number in <c>"Name" &lt;number&gt;</c>.</summary>
    private static string? NameIn(string callerId)
    {
        var bracket = callerId.LastIndexOf('<');
        var name = bracket < 0 ? "" : callerId[..bracket].Trim().Trim('"').Trim();
        return name.Length == 0 ? null : name;
    }

    /// <summary>The <c>1201</c> of <c>PJSIP/1201-0000001a</c> and of <c>Local/1201@from-queue-0000001a;1</c>.</summary>
    private static string? Extension(string channel)
    {
        var name = channel.AsSpan(channel.IndexOf('/') + 1);
        var stop = name.IndexOf('@');
        stop = stop >= 0 ? stop : name.LastIndexOf('-');
        name = stop >= 0 ? name[..stop] : name;
        return name.IsEmpty || CallMask.Lift(name.ToString()) is not { Length: > 0 } given ? null : given;
    }

    private string? Direction(string context, string caller) =>
        settings.InboundContexts.Contains(context, StringComparer.Ordinal) ? Inbound
        : settings.OutboundContexts.Contains(context, StringComparer.Ordinal) ? Outbound
        : PhoneNumber.Normalize(caller, settings.CountryCode) is not null ? Inbound
        : null;

    /// <summary>The moment of a written time; where the clock shows it twice, the one nearer to <paramref name="near"/>.</summary>
    private DateTimeOffset? Instant(string text, DateTimeOffset? near)
    {
        if (!DateTime.TryParseExact(
            text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written))
        {
            return null;
        }

        if (settings.UseGmTime)
        {
            return new(written, TimeSpan.Zero);
        }

        if (near is { } hint && settings.TimeZone.IsAmbiguousTime(written))
        {
            return settings.TimeZone.GetAmbiguousTimeOffsets(written)
                .Select(offset => new DateTimeOffset(written, offset))
                .MinBy(candidate => (candidate - hint).Duration());
        }

        return new(written, settings.TimeZone.GetUtcOffset(written));
    }
}
