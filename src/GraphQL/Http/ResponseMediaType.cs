using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>What a client accepts: one of the two media types of single responses, and a stream of events.</summary>
/// <param name="Single">The media type of a single response; where the client accepts streams only, it is that of errors before the stream.</param>
/// <param name="TakesEvents">Whether the client takes a stream of events.</param>
/// <param name="PrefersEvents">Whether the client likes a stream better than a single response.</param>
internal sealed record ResponseMediaType(string Single, bool TakesEvents, bool PrefersEvents)
{
    public const string Response = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string Events = "text/event-stream";

    private static readonly ResponseMediaType Unsaid = new(Json, false, false);

    /// <summary>What to answer with; null when the client accepts nothing of ours.</summary>
    public static ResponseMediaType? Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header.ToString()))
        {
            return Unsaid;
        }

        if (!MediaTypeHeaderValue.TryParseList(header, out var accepted))
        {
            return null;
        }

        var names = accepted.Select((value, index) => (Name: NameOf(value), Quality: value.Quality ?? 1, index))
            .Where(a => a.Quality != 0 && a.Name is not null)
            .OrderByDescending(a => a.Quality)
            .ThenBy(a => a.index)
            .Select(a => a.Name!)
            .ToList();
        return names.Count == 0 ? null
            : new ResponseMediaType(names.Find(n => n != Events) ?? Response, names.Contains(Events), names[0] == Events);
    }

    private static string? NameOf(MediaTypeHeaderValue accepted)
    {
        if (accepted.Charset.HasValue && !accepted.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return accepted.MediaType.Equals(Response, StringComparison.OrdinalIgnoreCase) ? Response
            : accepted.MediaType.Equals(Events, StringComparison.OrdinalIgnoreCase) ? Events
            : accepted.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
                || accepted.MediaType.Equals("*/*", StringComparison.Ordinal)
                || accepted.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? Json
            : null;
    }
}
