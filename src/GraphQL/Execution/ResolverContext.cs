using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>One field of one object while it is resolved.</summary>
internal sealed class ResolverContext(OperationRun run, PlannedField planned, object? parent, ResponsePath? parentPath) : IResolverContext
{
    private ISelection? selection;

    public OperationRun Run => run;

    public Schema Schema => run.Schema;

    public FieldDefinition Field => planned.Field;

    public ISelection Selection => selection ??= new Selection(planned, run);

    public IReadOnlyList<object> Path => new ResponsePath(parentPath, planned.ResponseName).ToList();

    public IServiceProvider Services => run.Services;

    public IDictionary<string, object?> ContextData => run.ContextData;

    public CancellationToken RequestAborted => run.Aborted;

    public T Parent<T>() => parent is T typed ? typed : default!;

    public T? Argument<T>(string name) => ArgumentReading.Read<T>(planned.Field, run.ArgumentsOf(planned), name);

    public T Service<T>() where T : notnull => run.Services.GetRequiredService<T>();
}
