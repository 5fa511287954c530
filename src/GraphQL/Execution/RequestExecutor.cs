using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Executes requests on the served schema: parse, validate, plan, coerce, ask the interceptors, run.</summary>
public sealed class RequestExecutor
{
    private readonly SchemaStore store;
    private readonly GraphQLOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<RequestExecutor> logger;

    internal RequestExecutor(SchemaStore store, ServerConfiguration configuration, TimeProvider clock, ILogger<RequestExecutor> logger)
    {
        this.store = store;
        options = configuration.Options;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Raised after a changed schema took over.</summary>
    public event EventHandler? SchemaChanged
    {
        add => store.Changed += value;
        remove => store.Changed -= value;
    }

    /// <summary>The schema that new requests run on; the first call builds it.</summary>
    /// <exception cref="SchemaException">The schema has mistakes.</exception>
    public async ValueTask<Schema> GetSchemaAsync(CancellationToken cancellationToken) => (await store.GetAsync(cancellationToken)).Schema;

    /// <summary>Executes one request with the services of its scope. Every failure but the caller's own cancellation is a result with errors.</summary>
    public async ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        var snapshot = await store.GetAsync(cancellationToken);
        try
        {
            return await Execute(snapshot, request, services, cancellationToken);
        }
        catch (SyntaxException exception)
        {
            return ExecutionResult.Refused(GraphQLError.WithCode(exception.Message, "SYNTAX_ERROR", [exception.Location]));
        }
        catch (GraphQLException exception)
        {
            return ExecutionResult.Refused(exception.Error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            var masked = ErrorMask.Mask(exception, logger, "the request");
            return ExecutionResult.Refused(masked with
            {
                Extensions = new Dictionary<string, object?>(masked.Extensions!) { ["httpStatus"] = 500 },
            });
        }
    }

    private async ValueTask<ExecutionResult> Execute(
        SchemaSnapshot snapshot, GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (document, mistakes) = Prepare(snapshot, request.Query);
        if (document is null)
        {
            return ExecutionResult.Refused(mistakes);
        }

        var plan = document.PlanOf(snapshot.Schema, request.OperationName);
        if (plan.Operation.Operation == OperationKind.Subscription)
        {
            return ExecutionResult.Refused(GraphQLError.WithCode("Subscriptions are not served over this transport.", "OPERATION_NOT_SUPPORTED"));
        }

        if (request.IsGet && plan.Operation.Operation == OperationKind.Mutation)
        {
            return ExecutionResult.RefusedMethod(GraphQLError.WithCode("Mutations need POST.", "METHOD_NOT_ALLOWED"));
        }

        var errors = new List<GraphQLError>();
        var variables = VariableCoercion.Coerce(snapshot.Schema, plan.Operation, request.Variables, errors);
        if (errors.Count > 0)
        {
            return ExecutionResult.Refused(errors);
        }

        var run = new OperationRun(snapshot.Schema, plan, variables, services, logger);
        using var timeout = new CancellationTokenSource(options.ExecutionTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        run.Aborted = either.Token;
        try
        {
            return await Run(run, request).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ExecutionResult.Refused(GraphQLError.WithCode("The execution took too long. Select less, or try again later.", "EXECUTION_TIMEOUT"));
        }
    }

    private static async Task<ExecutionResult> Run(OperationRun run, GraphQLRequest request)
    {
        var context = new OperationContext(run, request);
        foreach (var interceptor in run.Services.GetServices<IRequestInterceptor>())
        {
            if (await interceptor.OnOperationAsync(context, run.Aborted) is { } refusal)
            {
                return ExecutionResult.Refused(refusal);
            }
        }

        var data = await new OperationExecutor(run).ExecuteAsync();
        run.Aborted.ThrowIfCancellationRequested();
        return ExecutionResult.Executed(run, data);
    }

    private (PreparedDocument? Document, IReadOnlyList<GraphQLError> Mistakes) Prepare(SchemaSnapshot snapshot, string query)
    {
        var key = PlanCache.KeyOf(query);
        if (snapshot.Plans.Find(key) is { } known)
        {
            return (known, []);
        }

        var document = Parser.ParseDocument(query, options.ParserLimits);
        var mistakes = DocumentValidator.Validate(snapshot.Schema, document, options.Validation);
        if (mistakes.Count > 0)
        {
            return (null, mistakes);
        }

        var prepared = new PreparedDocument(document);
        snapshot.Plans.Add(key, prepared);
        return (prepared, mistakes);
    }
}
