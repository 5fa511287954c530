using System.Collections.Frozen;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>An error as a client sees it.</summary>
/// <param name="Message">What is wrong and how to mend it; never with personal data.</param>
/// <param name="Locations">Where in the document, or null.</param>
/// <param name="Path">Which field of the response: names and list positions; null when not bound to a field.</param>
/// <param name="Extensions">More for programs: <c>code</c>, and <c>httpStatus</c> where a refused operation picks the status.</param>
public sealed record GraphQLError(
    string Message,
    IReadOnlyList<Location>? Locations = null,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>An error with <c>extensions.code</c>.</summary>
    public static GraphQLError WithCode(string message, string code, IReadOnlyList<Location>? locations = null) =>
        new(message, locations, null, new Dictionary<string, object?> { ["code"] = code }.ToFrozenDictionary());

    /// <summary>An error with <c>extensions.code</c> that refuses the operation with an HTTP status.</summary>
    internal static GraphQLError WithStatus(string message, string code, int httpStatus) =>
        new(message, null, null, new Dictionary<string, object?> { ["code"] = code, ["httpStatus"] = httpStatus }.ToFrozenDictionary());

    /// <summary>The value of <c>extensions.code</c>, or null.</summary>
    public string? Code => Extensions?.GetValueOrDefault("code") as string;
}
