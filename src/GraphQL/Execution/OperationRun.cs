using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What one request's execution shares: variables, services, limits.</summary>
internal sealed class OperationRun(
    Schema schema,
    OperationPlan plan,
    IReadOnlyDictionary<string, object?> variables,
    IServiceProvider services,
    GraphQLOptions options,
    ILogger logger)
{
    private IReadOnlyDictionary<string, object?>?[]? arguments;
    private ConcurrentDictionary<string, object?>? contextData;
    private ConcurrentBag<Task>? deferred;
    private DataLoaders? loaders;
    private OperationContext? context;
    private int openDeferred;
    private int working;

    public Schema Schema => schema;

    public OperationPlan Plan => plan;

    public IReadOnlyDictionary<string, object?> Variables => variables;

    public IServiceProvider Services => services;

    public ulong Fulfilled { get; } = plan.Fulfilled(variables);

    public ConcurrentDictionary<string, object?> ContextData
    {
        get => contextData ?? Interlocked.CompareExchange(ref contextData, new(1, 4, StringComparer.Ordinal), null) ?? contextData;
        private init => contextData = value;
    }

    /// <summary>The plan that defers nothing, by which the cost is counted.</summary>
    public required OperationPlan WholePlan { get; init; }

    /// <summary>What the operation costs at most; known once the caller may run it.</summary>
    public OperationCost Cost { get; set; }

    public CostMode CostMode { get; init; }

    public CancellationToken Aborted { get; set; }

    /// <summary>All work that was deferred and started.</summary>
    public ConcurrentBag<Task> Deferred => deferred ?? Interlocked.CompareExchange(ref deferred, [], null) ?? deferred;

    /// <summary>Whether anything is executed that does not wait.</summary>
    public bool IsWorking => Volatile.Read(ref working) > 0;

    public DataLoaders Loaders => loaders ?? Interlocked.CompareExchange(ref loaders, new DataLoaders(this), null) ?? loaders;

    /// <summary>A piece of work begins.</summary>
    public void Enter() => Interlocked.Increment(ref working);

    /// <summary>A piece of work has nothing left to do but wait. With the last of them a wave is over, and what was asked for in it is loaded.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref working) == 0)
        {
            loaders?.Dispatch();
        }
    }

    /// <summary>What was loaded before a mutation's field may be different after it.</summary>
    public void ForgetLoaded() => loaders?.Clear();

    /// <summary>What handlers and interceptors see of the operation; the same for all of them.</summary>
    public OperationContext ContextOf(GraphQLRequest request) => context ??= new OperationContext(this, request, options.Cost);

    /// <summary>The run of one event of this subscription: the same operation and context data, services of its own.</summary>
    public OperationRun ForEvent(IServiceProvider eventServices, CancellationToken aborted) =>
        new(schema, plan, variables, eventServices, options, logger) { ContextData = ContextData, Aborted = aborted, WholePlan = WholePlan, Cost = Cost, CostMode = CostMode };

    /// <summary>The coerced arguments, coerced once per request.</summary>
    public IReadOnlyDictionary<string, object?> ArgumentsOf(PlannedField field)
    {
        if (field.ConstantArguments is { } constant)
        {
            return constant;
        }

        var all = arguments ?? Interlocked.CompareExchange(ref arguments, new IReadOnlyDictionary<string, object?>?[plan.FieldCount], null) ?? arguments;
        return all[field.Index] ??= ArgumentCoercion.Coerce(field.Field.Arguments, field.Node.Arguments, variables);
    }

    /// <summary>Counts deferred fragments that the client will be told of.</summary>
    /// <exception cref="GraphQLException">There would be too many.</exception>
    public void CountDeferred(int count)
    {
        if (Interlocked.Add(ref openDeferred, count) > options.MaximumDeferredFragments)
        {
            Interlocked.Add(ref openDeferred, -count);
            throw new GraphQLException(
                $"More than {options.MaximumDeferredFragments} deferred fragments are open. Defer around a list instead of in each of its items.",
                "TOO_MANY_DEFERRED");
        }
    }

    /// <summary>Counts a deferred fragment that was completed.</summary>
    public void CountCompleted() => Interlocked.Decrement(ref openDeferred);

    /// <summary>What the client may know of an exception; the rest is logged.</summary>
    public GraphQLError ErrorOf(Exception exception, PlannedField field, ResponsePath? path)
    {
        var error = ErrorMask.ErrorOf(exception, options, logger, $"{field.Field.DeclaringType}.{field.Field.Name}");
        return error with { Locations = error.Locations ?? [field.Location], Path = path?.ToList() ?? [] };
    }
}
