using System.Text.Json;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>What one side says about a case.</summary>
internal sealed record Verdict
{
    /// <summary>Where the syntax is wrong, such as <c>1:7</c>; null when it is right.</summary>
    public string? Syntax { get; init; }

    /// <summary>The tree as text, with places; null when the syntax is wrong.</summary>
    public string? Tree { get; init; }

    /// <summary>Errors of validation.</summary>
    public IReadOnlyList<VerdictError> Errors { get; init; } = [];

    /// <summary>The results of executing; null for a document that is not valid.</summary>
    public IReadOnlyList<VerdictResult>? Results { get; init; }

    /// <summary>Whether the source of a subscription failed after it had begun.</summary>
    public bool Broke { get; init; }

    public static Verdict Read(JsonElement json) => new()
    {
        Syntax = json.TryGetProperty("syntax", out var syntax) ? syntax.GetString() : null,
        Tree = json.TryGetProperty("tree", out var tree) ? tree.GetString() : null,
        Errors = json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(VerdictError.Read)] : [],
        Results = !json.TryGetProperty("run", out var run) ? null
            : run.TryGetProperty("parts", out var parts) ? [IncrementalAssembly.Assemble(parts.EnumerateArray())]
            : [.. run.GetProperty("results").EnumerateArray().Select(VerdictResult.Read)],
        Broke = json.TryGetProperty("run", out run) && run.TryGetProperty("broke", out var broke) && broke.GetBoolean(),
    };
}
