namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What an operation costs at most, told before it runs; what <c>@skip</c> and <c>@include</c> leave out is counted.</summary>
/// <param name="FieldCost">The weights of all fields, times the items of the lists they stand in; at most 1,000,000,000 is told.</param>
/// <param name="TypeCost">The objects of the response; at most 1,000,000,000 is told.</param>
public readonly record struct OperationCost(int FieldCost, int TypeCost)
{
    /// <summary>The header by which a client asks for the cost (<c>report</c>, <c>validate</c>) and in which it is told.</summary>
    internal const string Header = "GraphQL-Cost";

    internal const int Ceiling = 1_000_000_000;

    /// <summary>As a response's <c>extensions</c> tell it.</summary>
    internal IReadOnlyDictionary<string, object?> ToExtensions() => new Dictionary<string, object?>
    {
        ["cost"] = new Dictionary<string, object?> { ["fieldCost"] = FieldCost, ["typeCost"] = TypeCost },
    };

    /// <summary>As a response's header tells it.</summary>
    internal string ToHeader() => FormattableString.Invariant($"fieldCost={FieldCost}, typeCost={TypeCost}");

    internal OperationCost Plus(OperationCost other) =>
        new(Bound((long)FieldCost + other.FieldCost), Bound((long)TypeCost + other.TypeCost));

    internal OperationCost Times(int times) => new(Bound((long)FieldCost * times), Bound((long)TypeCost * times));

    internal OperationCost OrGreater(OperationCost other) => new(Math.Max(FieldCost, other.FieldCost), Math.Max(TypeCost, other.TypeCost));

    private static int Bound(long cost) => (int)Math.Min(cost, Ceiling);
}
