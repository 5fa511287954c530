using System.Text.Json;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>
/// The purpose of an operation: in <c>@purpose(is: …)</c>, in the request's <c>extensions.purpose</c>, or in the header
/// <c>X-Purpose</c>; where it stands twice it must be the same (GDPR Art. 5(1)(b)).
/// </summary>
internal static class StatedPurpose
{
    public const string Header = "X-Purpose";
    public const string Directive = "purpose";

    /// <summary>The different purposes that are named; right is exactly one.</summary>
    public static IReadOnlyList<string> Of(OperationContext operation, HttpContext http)
    {
        var onOperation = operation.Operation.Directives
            .Where(directive => directive.Definition.Name == Directive)
            .Select(directive => directive.Argument<string>("is"));
        var inExtensions = operation.Extensions is { ValueKind: JsonValueKind.Object } extensions
            && extensions.TryGetProperty("purpose", out var purpose) && purpose.ValueKind == JsonValueKind.String
            ? purpose.GetString()
            : null;
        return
        [
            .. onOperation
                .Append(inExtensions)
                .Concat(http.Request.Headers[Header])
                .Where(named => !string.IsNullOrWhiteSpace(named))
                .Select(named => named!.Trim())
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
