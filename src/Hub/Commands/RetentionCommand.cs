using System.CommandLine;
using System.Text.Json;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Sweeps a register for what is due and prints each line with its reason.</summary>
internal static class RetentionCommand
{
    private const string Document = """
        mutation Sweep($register: ID!, $dryRun: Boolean!) {
          sweepRetention(input: { register: $register, dryRun: $dryRun }) {
            retentionSweep {
              id status dryRun listed checked due unknown stopReason notes
              lines { source recordType field rule fate records persons dueSince reason }
            }
            errors { ... on Error { message } }
          }
        }
        """;

    private static readonly Option<string> Register = new("--register") { Description = "The register's id.", Required = true };
    private static readonly Option<string> Purpose = new("--purpose") { Description = "The purpose under which it is done.", DefaultValueFactory = _ => "data-subject-rights" };
    private static readonly Option<bool> Run = new("--run") { Description = "Stores the plans for approval, and starts those that policy lets run; else nothing is changed." };

    public static Command Create() => AskingCommand.Create(
        "retention", "Looks for data whose time is over, and shows what would go and why.", [Register, Purpose, Run], AskAsync);

    private static async Task<int> AskAsync(HubClient hub, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await hub.SendAsync(
            Document,
            new { register = parsed.GetValue(Register), dryRun = !parsed.GetValue(Run) },
            parsed.GetValue(Purpose),
            cancellationToken).ConfigureAwait(false);
        var payload = answer.GetProperty("sweepRetention");
        if (payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors)
        {
            throw new HubRefusalException(string.Join(Environment.NewLine, errors.EnumerateArray().Select(error => Text(error, "message"))));
        }

        var sweep = payload.GetProperty("retentionSweep");
        foreach (var line in sweep.GetProperty("lines").EnumerateArray())
        {
            var what = line.GetProperty("field").ValueKind == JsonValueKind.Null ? Text(line, "recordType") : $"{Text(line, "recordType")}.{Text(line, "field")}";
            Console.WriteLine($"{Text(line, "source"),-16} {what,-28} {line.GetProperty("records"),6} of {line.GetProperty("persons"),6} persons, due since {Text(line, "dueSince")}: {Text(line, "fate")}");
            Console.WriteLine($"    {Text(line, "reason")}");
        }

        foreach (var note in sweep.GetProperty("notes").EnumerateArray())
        {
            Console.WriteLine(note.GetString());
        }

        Console.WriteLine($"{sweep.GetProperty("due")} persons are due; {sweep.GetProperty("listed")} listed, {sweep.GetProperty("checked")} looked at, {sweep.GetProperty("unknown")} not judged. {Text(sweep, "status")}.");
        if (sweep.GetProperty("stopReason") is { ValueKind: JsonValueKind.String } stop)
        {
            Console.WriteLine(stop.GetString());
        }

        return Text(sweep, "status") is "DONE" ? ExitCodes.Done : ExitCodes.Partial;
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? string.Empty;
}
