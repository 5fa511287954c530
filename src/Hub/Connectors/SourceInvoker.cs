using Microsoft.Extensions.Logging;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Invocation;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>The one place where plugins are called.</summary>
/// <remarks>
/// Each call has the source's time limit (or the caller's, if shorter), one of its slots and its circuit breaker. Whatever
/// a plugin does ends as a <see cref="SourceCall{T}"/>; only the caller's own cancellation is thrown. The source must come
/// from a catalog that the caller holds a lease on.
/// </remarks>
public sealed partial class SourceInvoker
{
    private readonly TimeProvider clock;
    private readonly CallMeter meter;
    private readonly ILogger<SourceInvoker> logger;

    internal SourceInvoker(TimeProvider clock, CallMeter meter, ILogger<SourceInvoker> logger)
    {
        this.clock = clock;
        this.meter = meter;
        this.logger = logger;
    }

    /// <summary>Reads one page of a person's records.</summary>
    public Task<SourceCall<ReadPage>> ReadAsync(Source source, ReadRequest request, CancellationToken cancellationToken) =>
        ReadAsync(source, request, waitAtMost: null, cancellationToken);

    /// <summary>Reads one page of a person's records, waiting no longer than given.</summary>
    public Task<SourceCall<ReadPage>> ReadAsync(Source source, ReadRequest request, TimeSpan? waitAtMost, CancellationToken cancellationToken) =>
        CallAsync(source, waitAtMost, (connector, token) => source.HoldsAggregatesOnly
                ? throw new SourceException(FailureKind.System, "The source is aggregate-only; nobody is looked up in it.")
                : connector.ReadAsync(request, token),
            page => AnswerValidator.Check(page, request, source.Descriptor!), cancellationToken);

    /// <summary>Reads numbers about many people.</summary>
    public Task<SourceCall<StatisticsResult>> ReadStatisticsAsync(Source source, StatisticsRequest request, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsStatistics, StatisticsResult>(source, null, (connector, token) => connector.ReadStatisticsAsync(request, token),
            AnswerValidator.Check, cancellationToken);

    /// <summary>Finds out whether the source can be reached.</summary>
    public Task<SourceCall<CheckResult>> CheckAsync(Source source, CancellationToken cancellationToken) =>
        CallAsync(source, null, (connector, token) => connector.CheckAsync(new CheckRequest(), token), _ => { }, cancellationToken);

    /// <summary>Reads a part of a recording or document.</summary>
    public Task<SourceCall<MediaPart>> ReadMediaAsync(Source source, MediaRequest request, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsMedia, MediaPart>(source, null, (connector, token) => connector.ReadMediaAsync(request, token),
            part => AnswerValidator.Check(part, request), cancellationToken);

    /// <summary>Reads facts about a person.</summary>
    public Task<SourceCall<FactsResult>> ReadFactsAsync(Source source, FactsRequest request, CancellationToken cancellationToken) =>
        ReadFactsAsync(source, request, waitAtMost: null, cancellationToken);

    /// <summary>Reads facts about a person, waiting no longer than given.</summary>
    public Task<SourceCall<FactsResult>> ReadFactsAsync(Source source, FactsRequest request, TimeSpan? waitAtMost, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsFacts, FactsResult>(source, waitAtMost, (connector, token) => connector.ReadFactsAsync(request, token),
            result => AnswerValidator.Check(result, request), cancellationToken);

    /// <summary>Reads a page of the persons that the source holds.</summary>
    public Task<SourceCall<PopulationPage>> ReadPopulationAsync(Source source, PopulationRequest request, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsPopulation, PopulationPage>(source, null, (connector, token) => connector.ReadPopulationAsync(request, token),
            page => AnswerValidator.Check(page, request), cancellationToken);

    /// <summary>Corrects values.</summary>
    public Task<SourceCall<WriteResult>> RectifyAsync(Source source, RectificationRequest request, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsRectification, WriteResult>(source, null, (connector, token) => connector.RectifyAsync(request, token),
            result => AnswerValidator.Check(result, request.Corrections.Count), cancellationToken);

    /// <summary>Sets or lifts a restriction.</summary>
    public Task<SourceCall<WriteResult>> RestrictAsync(Source source, RestrictionRequest request, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsRestriction, WriteResult>(source, null, (connector, token) => connector.RestrictAsync(request, token),
            result => AnswerValidator.Check(result, request.Targets.Count), cancellationToken);

    /// <summary>Asks what an erasure would do.</summary>
    public Task<SourceCall<WriteResult>> PreviewErasureAsync(Source source, ErasureRequest request, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsErasure, WriteResult>(source, null, (connector, token) => connector.PreviewErasureAsync(request, token),
            result => AnswerValidator.Check(result, request.Targets.Count), cancellationToken);

    /// <summary>Erases.</summary>
    public Task<SourceCall<WriteResult>> EraseAsync(Source source, ErasureRequest request, CancellationToken cancellationToken) =>
        CallAbilityAsync<ISupportsErasure, WriteResult>(source, null, (connector, token) => connector.EraseAsync(request, token),
            result => AnswerValidator.Check(result, request.Targets.Count), cancellationToken);

    /// <summary>Asks what has become of work that the source took; null when the source cannot tell.</summary>
    public async Task<SourceCall<WriteResult>?> AskPendingAsync(Source source, PendingWorkRequest request, CancellationToken cancellationToken)
    {
        if (source.Runtime is not { } runtime || !runtime.TryUse(out var connector))
        {
            return null;
        }

        try
        {
            if (connector is not ISupportsPendingWork)
            {
                return null;
            }
        }
        finally
        {
            runtime.Release();
        }

        return await CallAbilityAsync<ISupportsPendingWork, WriteResult>(source, null, (able, token) => able.AskPendingAsync(request, token),
            result => AnswerValidator.Check(result, request.Tokens.Count), cancellationToken);
    }

    private Task<SourceCall<TResult>> CallAbilityAsync<TAbility, TResult>(
        Source source, TimeSpan? waitAtMost, Func<TAbility, CancellationToken, Task<TResult>> operation, Action<TResult> check,
        CancellationToken cancellationToken)
        where TAbility : class
        where TResult : class =>
        CallAsync(source, waitAtMost, (connector, token) => connector is TAbility able
            ? operation(able, token)
            : throw new SourceException(FailureKind.Configuration, $"The source does not implement {typeof(TAbility).Name}."), check, cancellationToken);

    private async Task<SourceCall<T>> CallAsync<T>(
        Source source, TimeSpan? waitAtMost, Func<IConnector, CancellationToken, Task<T>> operation, Action<T> check,
        CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (source.Runtime is not { } runtime)
        {
            return Finish<T>(source, CallStatus.Disabled, new(FailureKind.Configuration, source.Reason ?? "The source is disabled."), TimeSpan.Zero);
        }

        var limit = waitAtMost < source.Timeout ? waitAtMost.Value : source.Timeout;
        var call = new PluginCall<T>(runtime, operation, check, limit, sourceIsLate: limit >= source.Timeout / 2, clock);
        var started = clock.GetTimestamp();
        try
        {
            var value = await runtime.Pipeline.ExecuteAsync(async token => await call.RunAsync(token), cancellationToken);
            return Finish(source, CallStatus.Answered, null, clock.GetElapsedTime(started), value);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            meter.Record(source, "cancelled", clock.GetElapsedTime(started));
            throw;
        }
        catch (Exception exception)
        {
            var status = exception is CallTimedOutException ? CallStatus.TimedOut : CallStatus.Failed;
            var failure = CallFailures.Describe(exception);
            CallFailed(logger, source.Register, source.Id, status, failure.Kind, exception.GetType().Name);
            return Finish<T>(source, status, failure, clock.GetElapsedTime(started));
        }
    }

    private SourceCall<T> Finish<T>(Source source, CallStatus status, SourceFailure? failure, TimeSpan duration, T? value = null)
        where T : class
    {
        meter.Record(source, Outcome(status), duration);
        return new() { Status = status, Value = value, Failure = failure, Duration = duration };
    }

    private static string Outcome(CallStatus status) => status switch
    {
        CallStatus.Answered => "answered",
        CallStatus.TimedOut => "timed_out",
        CallStatus.Failed => "failed",
        _ => "disabled",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Register}/{Source}: {Status}, {Kind} ({ExceptionType}).")]
    private static partial void CallFailed(ILogger logger, string register, string source, CallStatus status, FailureKind kind, string exceptionType);
}
