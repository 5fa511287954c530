using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Connectors;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>Waits until requests stand as a test expects, and not for ever.</summary>
internal static class RequestWatch
{
    /// <summary>Asks for a request again and again until it is as waited for; returns it.</summary>
    public static async Task<JsonElement> UntilAsync(Func<Task<JsonElement>> ask, Func<JsonElement, bool> isThere) =>
        (await Patience.UntilAsync(ask, isThere)).Answer;

    /// <summary>The task at a source, of a request that selected <c>tasks { source … }</c>.</summary>
    public static JsonElement TaskAt(this JsonElement request, string source) =>
        request.Items("tasks").Single(task => task.Text("source") == source);

    /// <summary>Whether the task at a source waits for a cause, such as <c>SOURCE_DOWN</c>.</summary>
    public static bool WaitsAt(this JsonElement request, string source, string cause) =>
        request.TaskAt(source).Text("waitingCause") == cause;

    /// <summary>The outcomes at a source, each once.</summary>
    public static IReadOnlyList<string?> OutcomesAt(this JsonElement request, string source) =>
        [.. request.TaskAt(source).Texts("items", "outcome").Distinct().Order(StringComparer.Ordinal)];
}
