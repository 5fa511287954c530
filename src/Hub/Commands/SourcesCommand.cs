using System.CommandLine;
using System.Text.Json;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Checks every source and prints what came of it.</summary>
internal static class SourcesCommand
{
    private const string Document = """
        query Sources($register: ID) {
          sources(register: $register) {
            register id state reason breaker
            check { fit failure { kind message } remarks }
          }
        }
        """;

    private static readonly Option<string?> Register = new("--register") { Description = "Only the sources of this register." };

    public static Command Create() => AskingCommand.Create("sources", "Checks every source.", [Register], AskAsync);

    private static async Task<int> AskAsync(HubClient hub, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await hub.SendAsync(Document, new { register = parsed.GetValue(Register) }, null, cancellationToken).ConfigureAwait(false);
        var unfit = 0;
        foreach (var source in answer.GetProperty("sources").EnumerateArray())
        {
            var check = source.GetProperty("check");
            var fit = check.GetProperty("fit").GetBoolean();
            unfit += fit ? 0 : 1;
            Console.WriteLine($"{Text(source, "register")}/{Text(source, "id"),-18} {Text(source, "state"),-12} {(fit ? "fit" : "NOT FIT")}");
            if (check.GetProperty("failure") is { ValueKind: JsonValueKind.Object } failure)
            {
                Console.WriteLine($"    {Text(failure, "kind")}: {Text(failure, "message")}");
            }

            foreach (var remark in check.GetProperty("remarks").EnumerateArray())
            {
                Console.WriteLine($"    {remark.GetString()}");
            }
        }

        return unfit == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? string.Empty;
}
