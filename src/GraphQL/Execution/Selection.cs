using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A planned field seen with one request's variables.</summary>
internal sealed class Selection(PlannedField planned, OperationRun run) : ISelection
{
    private IReadOnlyList<ISelection>? children;

    public string ResponseName => planned.ResponseName;

    public FieldDefinition Field => planned.Field;

    public bool IsDeferred => planned.IsDeferred;

    public IReadOnlyList<ISelection> Children => children ??= AllOf(planned.Sets.Values, run);

    /// <summary>All selections of some sets, those deferred there after the others of their set.</summary>
    public static IReadOnlyList<ISelection> AllOf(IEnumerable<PlannedSelectionSet> sets, OperationRun run) =>
    [
        .. sets.SelectMany(set => set.Fields.Concat(set.Defer?.Groups.SelectMany(g => g.Set.Fields) ?? []))
            .Where(f => f.IsIncluded(run.Fulfilled))
            .Select(f => new Selection(f, run)),
    ];

    public T? Argument<T>(string name) => ArgumentReading.Read<T>(planned.Field, run.ArgumentsOf(planned), name);

    public bool HasArgument(string name) => run.ArgumentsOf(planned).ContainsKey(name);
}
