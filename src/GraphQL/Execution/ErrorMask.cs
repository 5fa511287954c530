using Microsoft.Extensions.Logging;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Hides unexpected exceptions from clients behind an id that the log knows.</summary>
internal static partial class ErrorMask
{
    /// <summary>What the client may know of an exception; the rest is logged.</summary>
    public static GraphQLError ErrorOf(Exception exception, GraphQLOptions options, ILogger logger, string place) =>
        exception is GraphQLException expected ? expected.Error : options.ErrorFilter?.Invoke(exception) ?? Mask(exception, logger, place);

    /// <summary>The same for an exception that fails the whole request.</summary>
    public static GraphQLError RequestErrorOf(Exception exception, GraphQLOptions options, ILogger logger, string place) =>
        exception is GraphQLException expected ? expected.Error : options.ErrorFilter?.Invoke(exception) ?? MaskRequest(exception, logger, place);

    public static GraphQLError Mask(Exception exception, ILogger logger, string place)
    {
        var id = Guid.NewGuid().ToString("N");
        LogUnexpected(logger, id, place, exception.GetType().FullName ?? exception.GetType().Name, exception.StackTrace ?? "");
        return new GraphQLError("Unexpected error", null, null, new Dictionary<string, object?>
        {
            ["code"] = "INTERNAL_ERROR",
            ["correlationId"] = id,
        });
    }

    private static GraphQLError MaskRequest(Exception exception, ILogger logger, string place)
    {
        var masked = Mask(exception, logger, place);
        return masked with { Extensions = new Dictionary<string, object?>(masked.Extensions!) { ["httpStatus"] = 500 } };
    }

    // The exception's own message may quote a value of a person, so it stays out of the log.
    [LoggerMessage(1, LogLevel.Error, "Unexpected error {CorrelationId} at {Place}: {ExceptionType}\n{StackTrace}")]
    private static partial void LogUnexpected(ILogger logger, string correlationId, string place, string exceptionType, string stackTrace);
}
