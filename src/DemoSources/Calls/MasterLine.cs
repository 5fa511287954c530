using System.Globalization;

namespace PersonalDataHub.DemoSources.Calls;

/// <summary>One line of Master.csv: 18 columns, text quoted, numbers not, a moment that never came left empty.</summary>
internal static class MasterLine
{
    public static string Of(DemoCall call, int sequence, string uniqueId, string audio)
    {
        var agent = call.Agent.ToString(CultureInfo.InvariantCulture);
        var source = call.Incoming ? call.Number : agent;
        var end = call.Start.AddSeconds(call.RingSeconds + call.TalkSeconds);
        var trunk = string.Create(CultureInfo.InvariantCulture, $"PJSIP/trunk-{sequence * 2:x8}");
        var desk = string.Create(CultureInfo.InvariantCulture, $"PJSIP/{agent}-{(sequence * 2) + 1:x8}");
        string[] columns =
        [
            Quoted(call.CustomerId),
            Quoted(source),
            Quoted(call.Incoming ? "100" : call.Number),
            Quoted(call.Incoming ? "customer-service" : "from-internal"),
            Quoted($"\"{source}\" <{source}>"),
            Quoted(call.Incoming ? trunk : desk),
            Quoted(call.Incoming ? desk : trunk),
            Quoted(call.Incoming ? "Queue" : "Dial"),
            Quoted(call.Incoming ? "customer-service,t,,,300" : $"PJSIP/{call.Number}@trunk,60"),
            Quoted(Time(call.Start)),
            call.Answered ? Quoted(Time(call.Start.AddSeconds(call.RingSeconds))) : "",
            Quoted(Time(end)),
            (call.RingSeconds + call.TalkSeconds).ToString(CultureInfo.InvariantCulture),
            call.TalkSeconds.ToString(CultureInfo.InvariantCulture),
            Quoted(call.Answered ? "ANSWERED" : "NO ANSWER"),
            Quoted("DOCUMENTATION"),
            Quoted(uniqueId),
            Quoted(audio),
        ];
        return string.Join(',', columns);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Time(DateTimeOffset time) =>
        LocalTime.Of(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
