using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>What a client accepts, best first: the two media types of single responses and the two of streams.</summary>
internal sealed class ResponseMediaType
{
    public const string Response = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string Events = "text/event-stream";
    public const string Multipart = "multipart/mixed";

    // Clients say the same in every request, so few texts are read once; who varies them fills no memory.
    private const int MostKnown = 100;
    private const int LongestKnown = 200;
    private static readonly ConcurrentDictionary<string, ResponseMediaType?> Known = new(StringComparer.Ordinal);

    private static readonly ResponseMediaType Unsaid = new([Json]);

    private readonly IReadOnlyList<string> names;

    private ResponseMediaType(IReadOnlyList<string> names)
    {
        this.names = names;
        Single = names.FirstOrDefault(n => n is Response or Json) ?? Response;
        Stream = names.FirstOrDefault(n => n is Events or Multipart) switch
        {
            Events => StreamFormat.Events,
            Multipart => StreamFormat.Multipart,
            _ => null,
        };
    }

    /// <summary>The media type of a single response; where the client accepts streams only, it is that of refusals.</summary>
    public string Single { get; }

    /// <summary>The stream that the client takes, or null.</summary>
    public StreamFormat? Stream { get; }

    /// <summary>Whether the client takes a stream and nothing else.</summary>
    public bool TakesStreamOnly => names.All(n => n is Events or Multipart);

    /// <summary>Whether one result goes into a stream too. Who lists <c>multipart/mixed</c> wants it for results in parts only.</summary>
    public bool PrefersStream => names[0] == Events || TakesStreamOnly;

    /// <summary>How to send many results that are no parts of one: as events where the client takes them.</summary>
    public StreamFormat? EventStream => names.Contains(Events) ? StreamFormat.Events : Stream;

    /// <summary>What to answer with; null when the client accepts nothing of ours.</summary>
    public static ResponseMediaType? Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header is not [{ } text] || text.Length > LongestKnown)
        {
            return Read(header);
        }

        if (!Known.TryGetValue(text, out var known))
        {
            known = Read(header);
            if (Known.Count < MostKnown)
            {
                Known.TryAdd(text, known);
            }
        }

        return known;
    }

    private static ResponseMediaType? Read(StringValues header)
    {
        if (string.IsNullOrWhiteSpace(header.ToString()))
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
        return names.Count == 0 ? null : new ResponseMediaType(names);
    }

    private static string? NameOf(MediaTypeHeaderValue accepted)
    {
        if (accepted.Charset.HasValue && !HeaderUtilities.RemoveQuotes(accepted.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return accepted.MediaType.Equals(Response, StringComparison.OrdinalIgnoreCase) ? Response
            : accepted.MediaType.Equals(Events, StringComparison.OrdinalIgnoreCase) ? Events
            : accepted.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase) ? IsOurMultipart(accepted) ? Multipart : null
            : accepted.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
                || accepted.MediaType.Equals("*/*", StringComparison.Ordinal)
                || accepted.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? Json
            : null;
    }

    /// <summary>With these parameters clients ask for other, older forms of results in parts or of subscriptions, and would misread ours.</summary>
    private static bool IsOurMultipart(MediaTypeHeaderValue accepted) => !accepted.Parameters.Any(p =>
        p.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase) || p.Name.Equals("subscriptionSpec", StringComparison.OrdinalIgnoreCase));
}
