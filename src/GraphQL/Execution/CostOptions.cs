namespace PersonalDataHub.GraphQL.Execution;

/// <summary>How much one operation may cost. Every number is from 1 to 1,000,000,000. An interceptor may set other limits for a caller
/// (<see cref="OperationContext.MaximumFieldCost"/>).</summary>
public sealed record CostOptions
{
    /// <summary>The greatest cost of all fields: the sum of their weights, times the items of the lists they stand in. Default 1,000.</summary>
    public int MaximumFieldCost { get; init; } = 1_000;

    /// <summary>The greatest number of objects in a response, as told beforehand. Default 1,000.</summary>
    public int MaximumTypeCost { get; init; } = 1_000;

    /// <summary>The greatest cost of introspection, which counts apart: objects per type of the schema. Default 1,000: the usual query of tools once.</summary>
    public int MaximumIntrospectionCost { get; init; } = 1_000;

    /// <summary>The greatest value of a slicing argument. Default 100.</summary>
    public int MaximumPageSize { get; init; } = 100;

    internal void Check()
    {
        int[] numbers = [MaximumFieldCost, MaximumTypeCost, MaximumIntrospectionCost, MaximumPageSize];
        if (numbers.Any(number => number is < 1 or > OperationCost.Ceiling))
        {
            throw new InvalidOperationException($"CostOptions: every number must be from 1 to {OperationCost.Ceiling}.");
        }
    }
}
