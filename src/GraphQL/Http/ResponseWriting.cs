using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Sends results with the status that GraphQL over HTTP asks for.</summary>
internal static class ResponseWriting
{
    public static async Task SendAsync(HttpContext context, ExecutionResult result, string mediaType)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        result.WriteTo(body);
        var response = context.Response;
        response.StatusCode = StatusOf(result, mediaType);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = "POST";
        }

        if (result.Cost is { } cost)
        {
            response.Headers[OperationCost.Header] = cost.ToHeader();
        }

        response.ContentType = mediaType + "; charset=utf-8";
        response.ContentLength = body.WrittenCount;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Refuses a request that is no GraphQL request.</summary>
    public static async Task RefuseAsync(HttpContext context, int status, string message, string? mediaType = null)
    {
        var body = new ArrayBufferWriter<byte>(256);
        ExecutionResult.Refused(GraphQLError.WithCode(message, "BAD_REQUEST")).WriteTo(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = (mediaType ?? ResponseMediaType.Json) + "; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static int StatusOf(ExecutionResult result, string mediaType) =>
        result.IsExecuted || result.Errors.Count == 0 ? StatusCodes.Status200OK
        : result.IsMethodRefused ? StatusCodes.Status405MethodNotAllowed
        : result.Errors.Select(AskedStatus).FirstOrDefault(s => s is not null) is { } asked ? asked
        : mediaType == ResponseMediaType.Json ? StatusCodes.Status200OK
        : StatusCodes.Status400BadRequest;

    private static int? AskedStatus(GraphQLError error) =>
        error.Extensions?.GetValueOrDefault("httpStatus") is { } status
        && Convert.ToInt32(status, CultureInfo.InvariantCulture) is >= 400 and <= 599 and var code
            ? code
            : null;
}
