using System.Text.Json;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Lays out for a terminal what became of a request.</summary>
internal static class OutcomeTable
{
    public static void Print(JsonElement request, TextWriter output)
    {
        output.WriteLine($"OUTCOME {PlanTable.Text(request, "status")}  request {PlanTable.Text(request, "id")}");
        foreach (var task in request.GetProperty("tasks").EnumerateArray())
        {
            var groups = task.GetProperty("items").EnumerateArray().GroupBy(item =>
                (Type: PlanTable.Text(item, "recordType"), Field: PlanTable.Text(item, "field"), Outcome: OutcomeOf(item), Why: PlanTable.Why(item)));
            foreach (var group in groups)
            {
                var what = group.Key.Field.Length > 0 ? $"{group.Key.Type}.{group.Key.Field}" : group.Key.Type;
                output.WriteLine(
                    $"  {PlanTable.Text(task, "source"),-16} {what,-34} {group.Count(),4}  {group.Key.Outcome,-17} {group.Key.Why}".TrimEnd());
            }
        }

        if (PlanTable.Text(request, "reason") is { Length: > 0 } reason)
        {
            output.WriteLine(reason);
        }
    }

    private static string OutcomeOf(JsonElement item) => PlanTable.Text(item, "outcome") is { Length: > 0 } outcome ? outcome : "open";
}
