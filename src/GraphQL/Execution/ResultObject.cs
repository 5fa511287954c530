namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A completed object: one value per planned field, null where not included.</summary>
internal sealed class ResultObject(PlannedSelectionSet set)
{
    /// <summary>Stands for a null that its non-null field hands on to the object around it.</summary>
    public static readonly object Propagated = new();

    public PlannedSelectionSet Set { get; } = set;

    public object?[] Values { get; } = new object?[set.Fields.Length];
}
