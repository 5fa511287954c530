using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Whether a page of another site may have made a browser send this GET, with what the browser knows of its user.</summary>
/// <remarks>A POST needs no check: <c>application/json</c> is a type that browsers send across sites only after asking.</remarks>
internal static class ForgeryCheck
{
    public const string Code = "PREFLIGHT_REQUIRED";

    public const string Message =
        "A page of another site might have sent this. Use POST with application/json, or send the header 'GraphQL-Preflight: 1' with GET.";

    /// <summary>Headers that a page of another site cannot send without the browser asking the server first.</summary>
    private static readonly string[] Preflighted = ["GraphQL-Preflight", "X-Requested-With", "Apollo-Require-Preflight", "X-Apollo-Operation-Name"];

    public static bool IsPossible(HttpRequest request, GraphQLOptions options)
    {
        var headers = request.Headers;
        if (Preflighted.Any(headers.ContainsKey)
            || headers.Authorization.Any(a => a?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true))
        {
            return false;
        }

        // Browsers say where a request comes from; "none" is an address that the user typed. The other headers are for those that
        // do not: programs send neither an origin nor cookies by themselves.
        return options.EnforceGetRequestsPreflightHeader
            || (headers.TryGetValue("Sec-Fetch-Site", out var site)
                ? site != "same-origin" && site != "none"
                : headers.ContainsKey("Origin") || headers.ContainsKey("Referer") || headers.ContainsKey("Cookie"));
    }
}
