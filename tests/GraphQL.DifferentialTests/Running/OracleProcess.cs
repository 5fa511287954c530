using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>An oracle in a process of its own: takes a message per line and answers each with a line.</summary>
internal sealed class OracleProcess(Process process) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<JsonElement> AskAsync(JsonObject message)
    {
        await process.StandardInput.WriteLineAsync(message.ToJsonString());
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException("The oracle has ended.");
        var answer = JsonSerializer.Deserialize<JsonElement>(line);
        return answer.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException($"The oracle cannot answer: {error}")
            : answer;
    }

    public void Dispose()
    {
        process.StandardInput.Dispose();
        process.WaitForExit();
        process.Dispose();
    }
}
