using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Sends results with the status that GraphQL over HTTP asks for.</summary>
internal static class ResponseWriting
{
    /// <summary>The response header with the ids under which the log knows the masked errors of the response.</summary>
    public const string CorrelationHeader = "X-Correlation-Id";

    private const int MostCorrelationIds = 10;

    /// <summary>Data with errors, as the September 2026 edition has it; a number of its own, so only beside its own media type.</summary>
    private const int PartialSuccess = 294;

    public static Task SendAsync(HttpContext context, ExecutionResult result, string mediaType)
    {
        if (result.Errors.Count > 0)
        {
            NameCorrelations(context.Response, result.Errors);
        }

        if (result.Cost is { } cost)
        {
            context.Response.Headers[OperationCost.Header] = cost.ToHeader();
        }

        Begin(context, StatusOf(result, mediaType), mediaType);
        result.WriteTo(context.Response.BodyWriter);
        result.Release();
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }

    /// <summary>Refuses a request that is no GraphQL request.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string message, string? mediaType = null, string? code = null)
    {
        Begin(context, status, mediaType ?? ResponseMediaType.Json);
        ExecutionResult.Refused(GraphQLError.WithCode(message, code ?? CodeOf(status))).WriteTo(context.Response.BodyWriter);
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }

    /// <summary>The results of a batch, in its order; each says for itself how it went.</summary>
    public static Task SendAllAsync(HttpContext context, IReadOnlyList<ExecutionResult> results, string mediaType)
    {
        Begin(context, StatusCodes.Status200OK, mediaType);
        var body = context.Response.BodyWriter;
        body.Write("["u8);
        for (var i = 0; i < results.Count; i++)
        {
            body.Write(i == 0 ? ""u8 : ","u8);
            results[i].WriteTo(body);
            results[i].Release();
        }

        body.Write("]"u8);
        return body.FlushAsync(context.RequestAborted).AsTask();
    }

    private static void NameCorrelations(HttpResponse response, IEnumerable<GraphQLError> errors)
    {
        var correlations = errors.Select(e => e.Extensions?.GetValueOrDefault("correlationId") as string).OfType<string>().Take(MostCorrelationIds).ToArray();
        if (correlations.Length > 0)
        {
            response.Headers[CorrelationHeader] = string.Join(", ", correlations);
        }
    }

    /// <summary>The status that a refused operation picks for itself, or null.</summary>
    public static int? OwnStatusOf(ExecutionResult result) =>
        result.IsMethodRefused ? StatusCodes.Status405MethodNotAllowed : result.Errors.Select(AskedStatus).FirstOrDefault(s => s is not null);

    private static void Begin(HttpContext context, int status, string mediaType)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.IsGet(context.Request.Method) ? "POST" : "GET, POST";
        }

        response.ContentType = mediaType == ResponseMediaType.Json ? "application/json; charset=utf-8" : mediaType + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static int StatusOf(ExecutionResult result, string mediaType) =>
        result.IsExecuted || result.Errors.Count == 0
            ? result.Errors.Count > 0 && mediaType == ResponseMediaType.Response ? PartialSuccess : StatusCodes.Status200OK
        : OwnStatusOf(result) is { } own ? own
        : mediaType == ResponseMediaType.Json ? StatusCodes.Status200OK
        : StatusCodes.Status400BadRequest;

    private static int? AskedStatus(GraphQLError error) =>
        error.Extensions?.GetValueOrDefault("httpStatus") is { } status
        && Convert.ToInt32(status, CultureInfo.InvariantCulture) is >= 400 and <= 599 and var code
            ? code
            : null;

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status405MethodNotAllowed => "METHOD_NOT_ALLOWED",
        StatusCodes.Status406NotAcceptable => "NOT_ACCEPTABLE",
        StatusCodes.Status408RequestTimeout => "REQUEST_TIMEOUT",
        StatusCodes.Status413PayloadTooLarge => "PAYLOAD_TOO_LARGE",
        StatusCodes.Status415UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
        _ => "BAD_REQUEST",
    };
}
