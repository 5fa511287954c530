using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>POST with a JSON body.</summary>
internal sealed class PostEndpoint(GraphQLOptions options, OperationEndpoint operations)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (ResponseMediaType.Negotiate(context.Request) is not { } accepted)
        {
            await ResponseWriting.RefuseAsync(context, StatusCodes.Status406NotAcceptable, OperationEndpoint.AcceptHint);
            return;
        }

        if (!IsJson(context.Request.ContentType))
        {
            await RefuseAsync(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json in UTF-8.");
            return;
        }

        // What the server could unpack, it has unpacked before.
        if (context.Request.Headers.ContentEncoding.Any(e => !string.Equals(e, "identity", StringComparison.OrdinalIgnoreCase)))
        {
            await RefuseAsync(StatusCodes.Status415UnsupportedMediaType, "Send the body without Content-Encoding; this one is not read here.");
            return;
        }

        JsonDocument body;
        try
        {
            body = RequestBody.Parse(await RequestBody.ReadAsync(context.Request, options.MaximumBodyBytes, context.RequestAborted));
        }
        catch (JsonException)
        {
            await RefuseAsync(StatusCodes.Status400BadRequest, "The body is not valid JSON in UTF-8.");
            return;
        }
        catch (BadHttpRequestException exception)
        {
            await RefuseAsync(exception.StatusCode, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? $"The body may have at most {options.MaximumBodyBytes} bytes, unpacked."
                : "The body did not come whole.");
            return;
        }
        catch (InvalidDataException)
        {
            await RefuseAsync(StatusCodes.Status400BadRequest, "The body is not packed as its Content-Encoding says.");
            return;
        }

        using (body)
        {
            await (body.RootElement.ValueKind == JsonValueKind.Array ? AnswerAllAsync(body.RootElement) : AnswerAsync(body.RootElement));
        }

        Task AnswerAsync(JsonElement json)
        {
            var (request, mistake) = RequestReading.FromJson(json, context);
            return request is null ? RefuseAsync(StatusCodes.Status400BadRequest, mistake!) : operations.AnswerAsync(context, request, accepted);
        }

        Task AnswerAllAsync(JsonElement json)
        {
            if (json.GetArrayLength() is var count && (count == 0 || count > options.MaximumBatchSize))
            {
                return RefuseAsync(StatusCodes.Status400BadRequest, options.MaximumBatchSize == 0
                    ? "Send one request as a JSON object; arrays of requests are not served here."
                    : $"An array may have 1 to {options.MaximumBatchSize} requests.");
            }

            var read = json.EnumerateArray().Select(one => RequestReading.FromJson(one, context)).ToList();
            return read.Find(r => r.Request is null).Mistake is { } mistake
                ? RefuseAsync(StatusCodes.Status400BadRequest, mistake)
                : operations.AnswerAllAsync(context, [.. read.Select(r => r.Request!)], accepted);
        }

        Task RefuseAsync(int status, string message) => ResponseWriting.RefuseAsync(context, status, message, accepted.Single);
    }

    private static bool IsJson(string? contentType) =>
        contentType == ResponseMediaType.Json || (MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(ResponseMediaType.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));
}
