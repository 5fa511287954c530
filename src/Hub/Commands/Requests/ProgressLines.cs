using System.Text.Json;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Prints a line per source whenever how its task stands has changed.</summary>
internal sealed class ProgressLines(TextWriter output)
{
    private readonly Dictionary<string, string> shown = [];

    public void Show(JsonElement request)
    {
        foreach (var task in request.GetProperty("tasks").EnumerateArray())
        {
            var id = PlanTable.Text(task, "id");
            var line = LineOf(task);
            if (shown.TryGetValue(id, out var before) && before == line)
            {
                continue;
            }

            shown[id] = line;
            output.WriteLine(line);
            output.Flush();
        }
    }

    private static string LineOf(JsonElement task)
    {
        var items = task.GetProperty("items").EnumerateArray().ToList();
        var settled = items.Count(item => item.GetProperty("outcome").ValueKind == JsonValueKind.String);
        var waits = PlanTable.Text(task, "waitingCause") is { Length: > 0 } cause ? $" ({cause})" : string.Empty;
        var why = (PlanTable.Text(task, "instruction"), PlanTable.Text(task, "failure")) switch
        {
            ({ Length: > 0 } instruction, _) => $": {instruction}",
            (_, { Length: > 0 } failure) => $": {failure}",
            _ => string.Empty,
        };
        return $"  {PlanTable.Text(task, "source"),-16} {PlanTable.Text(task, "state")}{waits} {settled}/{items.Count}{why}";
    }
}
