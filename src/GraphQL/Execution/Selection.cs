using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A planned field seen with one request's variables.</summary>
internal sealed class Selection(PlannedField planned, OperationRun run) : ISelection
{
    private IReadOnlyList<ISelection>? children;

    public string ResponseName => planned.ResponseName;

    public FieldDefinition Field => planned.Field;

    public IReadOnlyList<ISelection> Children => children ??=
        [.. planned.Sets.Values.SelectMany(s => s.Fields).Where(f => f.IsIncluded(run.Fulfilled)).Select(f => new Selection(f, run))];

    public T? Argument<T>(string name) => ArgumentReading.Read<T>(planned.Field, run.ArgumentsOf(planned), name);

    public bool HasArgument(string name) => run.ArgumentsOf(planned).ContainsKey(name);
}
