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
            var (request, mistake) = RequestReading.FromJson(body.RootElement, context);
            await (request is null
                ? RefuseAsync(StatusCodes.Status400BadRequest, mistake!)
                : operations.AnswerAsync(context, request, accepted));
        }

        Task RefuseAsync(int status, string message) => ResponseWriting.RefuseAsync(context, status, message, accepted.Single);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(ResponseMediaType.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
