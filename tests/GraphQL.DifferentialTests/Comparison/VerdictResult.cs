using System.Text.Json;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>One result of an operation.</summary>
/// <param name="Data">Undefined when there is no data entry.</param>
internal sealed record VerdictResult(JsonElement Data, IReadOnlyList<VerdictError> Errors)
{
    /// <summary>What was told of deferred fragments; null for a result that is no assembly of parts.</summary>
    public string? Told { get; init; }

    public bool HasData => Data.ValueKind != JsonValueKind.Undefined;

    public static VerdictResult Read(JsonElement json) => new(
        json.TryGetProperty("data", out var data) ? data : default,
        [.. json.GetProperty("errors").EnumerateArray().Select(VerdictError.Read)]);
}
