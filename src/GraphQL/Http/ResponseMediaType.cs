using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>The two media types of responses, and which of them a client prefers.</summary>
internal static class ResponseMediaType
{
    public const string Response = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The media type to answer with; null when the client accepts neither.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header.ToString()))
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(header, out var accepted))
        {
            return null;
        }

        var best = accepted.Where(a => a.Quality != 0 && NameOf(a) is not null)
            .Select((value, index) => (value, index))
            .OrderByDescending(a => a.value.Quality ?? 1)
            .ThenBy(a => a.index)
            .FirstOrDefault().value;
        return best is null ? null : NameOf(best);
    }

    private static string? NameOf(MediaTypeHeaderValue accepted)
    {
        if (accepted.Charset.HasValue && !accepted.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return accepted.MediaType.Equals(Response, StringComparison.OrdinalIgnoreCase) ? Response
            : accepted.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
                || accepted.MediaType.Equals("*/*", StringComparison.Ordinal)
                || accepted.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? Json
            : null;
    }
}
