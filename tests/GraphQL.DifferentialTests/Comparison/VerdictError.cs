using System.Text.Json;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>An error as it can be compared.</summary>
/// <param name="At">Its places in the document, such as <c>1:7 2:3</c>.</param>
/// <param name="Path">Its place in the response, such as <c>a.0.b</c>; null for none.</param>
internal sealed record VerdictError(string Message, string At, string? Path)
{
    public static string Show(IEnumerable<VerdictError> errors) => string.Join('\n', errors.Select(e => $"  {e.Path} at {e.At}: {e.Message}"));

    public static VerdictError Read(JsonElement json) => new(
        json.GetProperty("message").GetString()!,
        json.GetProperty("at").GetString()!,
        json.GetProperty("path") is { ValueKind: JsonValueKind.Array } path ? string.Join('.', path.EnumerateArray()) : null);
}
