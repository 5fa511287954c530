using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What one request's execution shares: variables, errors, services.</summary>
internal sealed class OperationRun(
    Schema schema,
    OperationPlan plan,
    IReadOnlyDictionary<string, object?> variables,
    IServiceProvider services,
    ILogger logger)
{
    private readonly IReadOnlyDictionary<string, object?>?[] arguments = new IReadOnlyDictionary<string, object?>?[plan.FieldCount];
    private readonly Lock gate = new();
    private readonly List<GraphQLError> errors = [];

    public Schema Schema => schema;

    public OperationPlan Plan => plan;

    public IReadOnlyDictionary<string, object?> Variables => variables;

    public IServiceProvider Services => services;

    public ulong Fulfilled { get; } = plan.Fulfilled(variables);

    public ConcurrentDictionary<string, object?> ContextData { get; private init; } = new(StringComparer.Ordinal);

    public CancellationToken Aborted { get; set; }

    /// <summary>The run of one event of this subscription: the same operation and context data, errors and services of its own.</summary>
    public OperationRun ForEvent(IServiceProvider eventServices, CancellationToken aborted) =>
        new(schema, plan, variables, eventServices, logger) { ContextData = ContextData, Aborted = aborted };

    /// <summary>The coerced arguments, coerced once per request.</summary>
    public IReadOnlyDictionary<string, object?> ArgumentsOf(PlannedField field) => field.ConstantArguments
        ?? (arguments[field.Index] ??= ArgumentCoercion.Coerce(field.Field.Arguments, field.Node.Arguments, variables));

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<GraphQLError> Errors()
    {
        lock (gate)
        {
            return [.. errors];
        }
    }

    public void AddError(GraphQLError error)
    {
        lock (gate)
        {
            errors.Add(error);
        }
    }

    /// <summary>Adds what the client may know of an exception, and logs the rest.</summary>
    public void AddError(Exception exception, PlannedField field, ResponsePath path)
    {
        var error = exception is GraphQLException expected
            ? expected.Error
            : ErrorMask.Mask(exception, logger, $"{field.Field.DeclaringType}.{field.Field.Name}");
        AddError(error with { Locations = error.Locations ?? [field.Location], Path = path.ToList() });
    }
}
