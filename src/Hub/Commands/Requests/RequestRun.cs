using System.CommandLine;
using System.Text.Json;

namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>Sends a request, shows its plan, has it approved, and shows how it goes.</summary>
internal static class RequestRun
{
    public static async Task<int> RunAsync(
        HubClient hub, ParseResult parsed, string document, object input, CancellationToken cancellationToken)
    {
        var purpose = parsed.GetValue(RequestOptions.Purpose);
        if (await SendAsync(hub, document, input, purpose, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return ExitCodes.Refused;
        }

        PlanTable.Print(request, Console.Out);
        if (StatusOf(request) == "AWAITING_APPROVAL")
        {
            if (!parsed.GetValue(RequestOptions.Yes) && !await IsApprovedAsync(cancellationToken).ConfigureAwait(false))
            {
                Console.WriteLine("Not approved: nothing was done. The request waits and can be approved later.");
                return ExitCodes.Partial;
            }

            var approval = new { request = request.GetProperty("id").GetString(), hash = request.GetProperty("plan").GetProperty("hash").GetString() };
            if (await SendAsync(hub, RequestDocuments.Approve, approval, purpose, cancellationToken).ConfigureAwait(false) is not { } approved)
            {
                return ExitCodes.Refused;
            }

            request = approved;
        }

        if (parsed.GetValue(RequestOptions.Wait))
        {
            request = await WatchAsync(hub, request, purpose, cancellationToken).ConfigureAwait(false);
            OutcomeTable.Print(request, Console.Out);
        }
        else
        {
            Console.WriteLine($"Request {request.GetProperty("id").GetString()}: {StatusOf(request)}");
        }

        return ExitCodeOf(StatusOf(request));
    }

    private static async Task<JsonElement?> SendAsync(
        HubClient hub, string document, object input, string? purpose, CancellationToken cancellationToken)
    {
        var answer = await hub.SendAsync(document, new { input }, purpose, cancellationToken).ConfigureAwait(false);
        var result = answer.GetProperty("result");
        if (result.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors)
        {
            foreach (var error in errors.EnumerateArray())
            {
                await Console.Error.WriteLineAsync(error.GetProperty("message").GetString()).ConfigureAwait(false);
            }

            return null;
        }

        return result.GetProperty("dataSubjectRequest");
    }

    private static async Task<bool> IsApprovedAsync(CancellationToken cancellationToken)
    {
        Console.Write("Approve this plan? Type yes: ");
        return string.Equals(
            await Console.In.ReadLineAsync(cancellationToken).ConfigureAwait(false), "yes", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<JsonElement> WatchAsync(HubClient hub, JsonElement request, string? purpose, CancellationToken cancellationToken)
    {
        var lines = new ProgressLines(Console.Out);
        lines.Show(request);
        var events = hub.WatchAsync(
            RequestDocuments.Progress, new { id = request.GetProperty("id").GetString() }, purpose, cancellationToken);
        await foreach (var data in events.ConfigureAwait(false))
        {
            request = data.GetProperty("dataSubjectRequestProgress");
            lines.Show(request);
            if (StatusOf(request) is not "RUNNING")
            {
                break;
            }
        }

        return request;
    }

    private static string StatusOf(JsonElement request) => request.GetProperty("status").GetString()!;

    private static int ExitCodeOf(string status) => status switch
    {
        "DONE" or "DONE_WITH_RETENTION" => ExitCodes.Done,
        "REFUSED" or "WITHDRAWN" => ExitCodes.Refused,
        _ => ExitCodes.Partial,
    };
}
