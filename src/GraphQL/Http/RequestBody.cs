using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Reads bodies that are JSON in UTF-8.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The body as it is after whatever unpacked it before, so that the limit holds for packed bodies too.</summary>
    /// <exception cref="BadHttpRequestException">It has more than <paramref name="most"/> bytes, or did not come whole.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > most)
            {
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <exception cref="JsonException">It is no JSON, no UTF-8, says a property twice, or has half a character.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        var json = text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
        if (!Utf8.IsValid(json.Span))
        {
            throw new JsonException("The text is not UTF-8.");
        }

        RequireWholeCharacters(json.Span);
        return JsonDocument.Parse(json, Strict);
    }

    /// <summary>An escaped half of a surrogate pair is JSON, but no text: whoever reads it fails.</summary>
    private static void RequireWholeCharacters(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException exception)
                {
                    throw new JsonException("The text has half a surrogate pair.", exception);
                }
            }
        }
    }

    /// <summary>Tells the web server, and what unpacks bodies, how many bytes are read at most.</summary>
    public sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
