using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A request to execute an operation.</summary>
/// <param name="Query">The document.</param>
public sealed record GraphQLRequest(string Query)
{
    /// <summary>The name of a trusted document, in the place of the document or beside it; null for none.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document; null when it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>Values of the variables, a JSON object; null for none.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>What clients and server agree on beyond the specification, a JSON object; null for none.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>Whether it came over GET, which allows no mutations.</summary>
    public bool IsGet { get; init; }

    /// <summary>What the client asks to be told about the cost, in the header <c>GraphQL-Cost</c>.</summary>
    internal CostMode CostMode => HttpContext?.Request.Headers[OperationCost.Header].ToString() switch
    {
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        _ => CostMode.Silent,
    };

    /// <summary>The HTTP request it came with, or null.</summary>
    public HttpContext? HttpContext { get; init; }
}
