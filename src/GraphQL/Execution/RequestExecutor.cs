using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Executes requests on the served schema: parse, validate, plan, coerce, ask who may, ask the interceptors, run.</summary>
public sealed class RequestExecutor
{
    private readonly SchemaStore store;
    private readonly GraphQLOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<RequestExecutor> logger;
    private readonly Subscriptions subscriptions;
    private readonly SemaphoreSlim places;
    private readonly OperationTelemetry telemetry;

    internal RequestExecutor(
        SchemaStore store, ServerConfiguration configuration, TimeProvider clock, IMeterFactory meters, ILogger<RequestExecutor> logger)
    {
        this.store = store;
        options = configuration.Options;
        this.clock = clock;
        this.logger = logger;
        subscriptions = new Subscriptions(options, clock, logger);
        places = new SemaphoreSlim(options.MaximumConcurrentExecutions);
        Authorizer = new Authorizer(options);
        telemetry = new OperationTelemetry(meters, clock, () => subscriptions.Open);
    }

    /// <summary>Raised after a changed schema took over.</summary>
    public event EventHandler? SchemaChanged
    {
        add => store.Changed += value;
        remove => store.Changed -= value;
    }

    internal Authorizer Authorizer { get; }

    /// <summary>The schema that new requests run on; the first call builds it.</summary>
    /// <exception cref="SchemaException">The schema has mistakes.</exception>
    public async ValueTask<Schema> GetSchemaAsync(CancellationToken cancellationToken) => (await store.GetAsync(cancellationToken)).Schema;

    /// <summary>Executes one query or mutation with the services of its scope. Every failure but the caller's own cancellation is a result with errors.</summary>
    public async ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken) =>
        (await WatchAsync(request, services, takesStream: false, cancellationToken)).Result!;

    /// <summary>Executes one query or mutation, in parts if it defers any, or opens a subscription. Its services must live as long as the stream; each
    /// event gets a scope of its own.</summary>
    public ValueTask<ResponseStream> SubscribeAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken) =>
        WatchAsync(request, services, takesStream: true, cancellationToken);

    private ValueTask<ResponseStream> WatchAsync(
        GraphQLRequest request, IServiceProvider services, bool takesStream, CancellationToken cancellationToken)
    {
        return telemetry.IsListenedTo
            ? Watched(this, request, services, takesStream, cancellationToken)
            : StartAsync(request, services, takesStream, null, cancellationToken);

        static async ValueTask<ResponseStream> Watched(
            RequestExecutor executor, GraphQLRequest request, IServiceProvider services, bool takesStream, CancellationToken cancellationToken)
        {
            using var watch = executor.telemetry.Begin();
            return watch.Ended(await executor.StartAsync(request, services, takesStream, watch, cancellationToken));
        }
    }

    private async ValueTask<ResponseStream> StartAsync(
        GraphQLRequest request, IServiceProvider services, bool takesStream, OperationTelemetry.Watch? watch, CancellationToken cancellationToken)
    {
        var snapshot = await store.GetAsync(cancellationToken);
        try
        {
            return await Start(snapshot, request, services, takesStream, watch, cancellationToken);
        }
        catch (SyntaxException exception)
        {
            return Refused(GraphQLError.WithCode(exception.Message, "SYNTAX_ERROR", [exception.Location]));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return Refused(ErrorMask.RequestErrorOf(exception, options, logger, "the request"));
        }
    }

    private async ValueTask<ResponseStream> Start(
        SchemaSnapshot snapshot,
        GraphQLRequest request,
        IServiceProvider services,
        bool takesStream,
        OperationTelemetry.Watch? watch,
        CancellationToken cancellationToken)
    {
        var (document, mistakes) = Prepare(snapshot, request.Query, suggestNames: false, watch);
        if (document is null)
        {
            return await TellAsync(mistakes, snapshot, request, services, cancellationToken);
        }

        OperationPlan plan;
        using (watch?.Phase("plan"))
        {
            plan = document.PlanOf(snapshot.Schema, request.OperationName);
        }

        watch?.Operation(plan);
        var kind = plan.Operation.Operation;
        if (kind == OperationKind.Subscription && !takesStream)
        {
            return Refused(GraphQLError.WithStatus(
                "A subscription is answered with a stream of events. Send the header 'Accept: text/event-stream'.", "OPERATION_NOT_SUPPORTED", 406));
        }

        if (request.IsGet && kind == OperationKind.Mutation)
        {
            return new(ExecutionResult.RefusedMethod(GraphQLError.WithCode("Mutations need POST.", "METHOD_NOT_ALLOWED")));
        }

        var errors = new List<GraphQLError>();
        var variables = VariableCoercion.Coerce(plan, request.Variables, errors);
        if (errors.Count > 0)
        {
            return await TellAsync(errors, null, request, services, cancellationToken);
        }

        var wholePlan = plan;
        if (plan.HasDefer && takesStream && kind != OperationKind.Subscription)
        {
            plan = document.DeferredPlanOf(snapshot.Schema, plan, plan.Fulfilled(variables));
        }

        using var execute = watch?.Phase("execute");
        var run = new OperationRun(snapshot.Schema, plan, variables, services, options, logger) { WholePlan = wholePlan, CostMode = request.CostMode };
        return await RunInTime(run, request, new RequestLifetime(options.ExecutionTimeout, clock, cancellationToken));
    }

    /// <summary>Takes a place, runs the operation, and answers at the latest when time is up or the caller has left.</summary>
    private async ValueTask<ResponseStream> RunInTime(OperationRun run, GraphQLRequest request, RequestLifetime lifetime)
    {
        run.Aborted = lifetime.Token;
        ResponseStream? stream = null;
        try
        {
            await lifetime.TakePlaceAsync(places);
        }
        catch (OperationCanceledException) when (lifetime.Token.IsCancellationRequested)
        {
            lifetime.Dispose();
            if (lifetime.IsTimeUp)
            {
                return new(ExecutionResult.TimedOut());
            }

            throw;
        }

        try
        {
            var running = Run(run, request, lifetime);
            return stream = running.IsCompletedSuccessfully ? running.Result : await Guard(running.AsTask(), lifetime);
        }
        finally
        {
            if (stream is not { IsIncremental: true })
            {
                lifetime.LeavePlace();
            }
        }
    }

    /// <summary>Waits for work that may not hear its cancellation, but not after its lifetime has ended.</summary>
    private static async Task<ResponseStream> Guard(Task<ResponseStream> running, RequestLifetime lifetime)
    {
        try
        {
            return await running.WaitAsync(lifetime.Token);
        }
        catch (OperationCanceledException) when (lifetime.Token.IsCancellationRequested)
        {
            _ = CloseWhenOpened(running);
            if (lifetime.IsTimeUp)
            {
                return new(ExecutionResult.TimedOut());
            }

            throw;
        }
    }

    /// <summary>Runs the operation, whose lifetime ends with it unless it is a stream that is open now.</summary>
    private async ValueTask<ResponseStream> Run(OperationRun run, GraphQLRequest request, RequestLifetime lifetime)
    {
        ResponseStream? stream = null;
        try
        {
            stream = await Authorizer.RefusalsAsync(run, request) is { Count: > 0 } refusals ? Refused(refusals)
                : await AskInterceptors(run, request) is { } refusal ? Refused(refusal)
                : run.CostMode == CostMode.Validate ? new(ExecutionResult.Costed(run.Cost))
                : run.Plan.Operation.Operation == OperationKind.Subscription ? await subscriptions.OpenAsync(run, lifetime)
                : await Execute(run, lifetime);
            return stream;
        }
        finally
        {
            if (stream is not { Result: null })
            {
                lifetime.Dispose();
            }
        }
    }

    private ValueTask<GraphQLError?> AskInterceptors(OperationRun run, GraphQLRequest request)
    {
        run.Cost = CostAnalyzer.Analyze(run.WholePlan, run.Variables, options.Cost);
        var interceptors = run.Services.GetServices<IRequestInterceptor>();
        return interceptors.TryGetNonEnumeratedCount(out var count) && count == 0
            ? new(CostAnalyzer.Refuse(run.Cost, options.Cost.MaximumFieldCost, options.Cost.MaximumTypeCost))
            : Ask();

        async ValueTask<GraphQLError?> Ask()
        {
            var context = run.ContextOf(request);
            foreach (var interceptor in interceptors)
            {
                if (await interceptor.OnOperationAsync(context, run.Aborted) is { } refusal)
                {
                    return refusal;
                }
            }

            return CostAnalyzer.Refuse(run.Cost, context.MaximumFieldCost, context.MaximumTypeCost);
        }
    }

    private async ValueTask<ResponseStream> Execute(OperationRun run, RequestLifetime lifetime)
    {
        var data = await new OperationExecutor(run).ExecuteAsync();
        run.Aborted.ThrowIfCancellationRequested();
        if (run.Plan.HasDefer && IncrementalDelivery.Begin(run, data, lifetime) is { } delivery)
        {
            return new(delivery.ReadAsync, () => End(delivery, lifetime)) { IsIncremental = true };
        }

        return new(ExecutionResult.Executed(run, data));
    }

    /// <summary>Ends what is still executed for a stream that nobody reads any more, and gives its place to others.</summary>
    private async ValueTask End(IncrementalDelivery delivery, RequestLifetime lifetime)
    {
        lifetime.LeavePlace();
        await lifetime.EndAsync();
        await delivery.EndedAsync().WaitAsync(Subscription.Grace, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.Dispose();
    }

    /// <summary>A subscription that opens after its caller has gone has nobody else to close it.</summary>
    private static async Task CloseWhenOpened(Task<ResponseStream> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            await opening.Result.DisposeAsync();
        }
    }

    /// <summary>Mistakes tell of the schema: nothing to those who did not say who they are, and with suggestions to those who may read it.</summary>
    private async ValueTask<ResponseStream> TellAsync(
        IReadOnlyList<GraphQLError> mistakes,
        SchemaSnapshot? suggestions,
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellationToken)
    {
        var refusal = await Authorizer.IntrospectionRefusalAsync(services, request.HttpContext, cancellationToken);
        return refusal is { Code: AuthorizeResult.UnauthenticatedCode } ? Refused(refusal)
            : Refused(refusal is null && options.Validation.SuggestNames && suggestions is not null
                ? Prepare(suggestions, request.Query, suggestNames: true, null).Mistakes
                : mistakes);
    }

    private static ResponseStream Refused(params IReadOnlyList<GraphQLError> errors) => new(ExecutionResult.Refused(errors));

    private (PreparedDocument? Document, IReadOnlyList<GraphQLError> Mistakes) Prepare(
        SchemaSnapshot snapshot, string query, bool suggestNames, OperationTelemetry.Watch? watch)
    {
        if (snapshot.Plans.Find(query) is { } known)
        {
            watch?.Document(query, isKnown: true);
            return (known, []);
        }

        watch?.Document(query, isKnown: false);
        var document = Parse(query, watch);
        var mistakes = Validate(snapshot.Schema, document, options.Validation with { SuggestNames = suggestNames }, watch);
        if (mistakes.Count > 0)
        {
            return (null, mistakes);
        }

        var prepared = new PreparedDocument(document);
        snapshot.Plans.Add(query, prepared);
        return (prepared, mistakes);
    }

    private DocumentNode Parse(string query, OperationTelemetry.Watch? watch)
    {
        using var phase = watch?.Phase("parse");
        return Parser.ParseDocument(query, options.ParserLimits);
    }

    private static IReadOnlyList<GraphQLError> Validate(
        Schema schema, DocumentNode document, ValidationOptions validation, OperationTelemetry.Watch? watch)
    {
        using var phase = watch?.Phase("validate");
        return DocumentValidator.Validate(schema, document, validation);
    }
}
