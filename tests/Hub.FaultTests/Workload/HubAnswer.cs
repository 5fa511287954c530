using System.Text.Json;

namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>What came back for an operation.</summary>
/// <param name="Data">The data; null when there is none.</param>
/// <param name="Missing">Why there is none: the error's code, or how the connection broke.</param>
internal sealed record HubAnswer(JsonElement? Data, string? Missing);
