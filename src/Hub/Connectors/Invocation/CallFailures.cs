using PersonalDataHub.Connectors.Abstractions;
using Polly.CircuitBreaker;

namespace PersonalDataHub.Hub.Connectors.Invocation;

/// <summary>What the failures of a call mean.</summary>
internal static class CallFailures
{
    /// <summary>
    /// Whether the breaker counts it: what waiting may mend does. A wrong setting, a malformed answer about one person and
    /// an impatient caller say nothing about the source's health.
    /// </summary>
    public static bool Count(Exception exception) => exception switch
    {
        SourceException source => source.Kind != FailureKind.Configuration,
        CallTimedOutException late => late.SourceIsLate,
        MalformedAnswerException or OperationCanceledException => false,
        _ => true,
    };

    /// <summary>The failure as data. Of an exception that the contract does not know only the type's name is told: its message may hold anything.</summary>
    public static SourceFailure Describe(Exception exception) => exception switch
    {
        SourceException source => source.Failure,
        CallTimedOutException late => new(FailureKind.Transient, late.Message),
        MalformedAnswerException malformed => new(FailureKind.System, malformed.Message),
        BrokenCircuitException => new(FailureKind.Transient, "The source failed repeatedly and is left alone for a while."),
        CancelledByItselfException { InnerException: { } inner } => Unknown(inner),
        _ => Unknown(exception),
    };

    private static SourceFailure Unknown(Exception exception) =>
        new(FailureKind.System, $"The connector failed ({exception.GetType().Name}); its author has to look.");
}
