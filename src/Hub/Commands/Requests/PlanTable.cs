using System.Text.Json;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Lays out a plan for a terminal.</summary>
internal static class PlanTable
{
    public static void Print(JsonElement request, TextWriter output)
    {
        var plan = request.GetProperty("plan");
        output.WriteLine($"PLAN {plan.GetProperty("hash").GetString()}  {request.GetProperty("kind").GetString()}, due {request.GetProperty("dueOn").GetString()}");
        foreach (var item in plan.GetProperty("items").EnumerateArray())
        {
            var what = Text(item, "field") is { Length: > 0 } field ? $"{Text(item, "recordType")}.{field}" : Text(item, "recordType");
            output.WriteLine(
                $"  {Text(item, "source"),-16} {what,-34} {item.GetProperty("records").GetInt32(),4}  {Text(item, "fate"),-11} {Why(item)}".TrimEnd());
        }

        foreach (var source in plan.GetProperty("notAsked").EnumerateArray())
        {
            output.WriteLine($"  {Text(source, "source"),-16} not asked: {Text(source, "reason")}");
        }

        foreach (var source in plan.GetProperty("notReached").EnumerateArray())
        {
            output.WriteLine($"  {Text(source, "source"),-16} not reached, waits: {Text(source, "reason")}");
        }

        foreach (var candidate in plan.GetProperty("undecided").EnumerateArray())
        {
            output.WriteLine($"  {Text(candidate, "source"),-16} may know the same person ({Text(candidate, "kind")}): decide before it can be approved");
        }
    }

    /// <summary>Article, reason, last day and what lifts it, as far as told.</summary>
    public static string Why(JsonElement item)
    {
        var until = Text(item, "until");
        var liftedBy = Text(item, "liftedBy");
        string?[] parts =
        [
            item.TryGetProperty("article", out _) ? Text(item, "article") : null,
            Text(item, "reason"),
            until.Length > 0 ? $"until {until}" : null,
            liftedBy.Length > 0 ? $"lifted by: {liftedBy}" : null,
        ];
        return string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static string Text(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;
}
