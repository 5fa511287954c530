using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>POST with a JSON body.</summary>
internal sealed class PostEndpoint(GraphQLOptions options, OperationEndpoint operations)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public async Task HandleAsync(HttpContext context)
    {
        if (ResponseMediaType.Negotiate(context.Request) is not { } accepted)
        {
            await ResponseWriting.RefuseAsync(context, StatusCodes.Status406NotAcceptable, OperationEndpoint.AcceptHint);
            return;
        }

        if (!IsJson(context.Request.ContentType))
        {
            await ResponseWriting.RefuseAsync(
                context, StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json in UTF-8.", accepted.Single);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaximumBodyBytes;
        }

        JsonDocument body;
        try
        {
            body = await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted);
        }
        catch (JsonException)
        {
            await ResponseWriting.RefuseAsync(context, StatusCodes.Status400BadRequest, "The body is not valid JSON.", accepted.Single);
            return;
        }
        catch (BadHttpRequestException exception)
        {
            await ResponseWriting.RefuseAsync(
                context, exception.StatusCode, $"The body could not be read; it may have at most {options.MaximumBodyBytes} bytes.", accepted.Single);
            return;
        }

        using (body)
        {
            var (request, mistake) = RequestReading.FromJson(body.RootElement, context);
            if (request is null)
            {
                await ResponseWriting.RefuseAsync(context, StatusCodes.Status400BadRequest, mistake!, accepted.Single);
                return;
            }

            await operations.AnswerAsync(context, request, accepted);
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(ResponseMediaType.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
