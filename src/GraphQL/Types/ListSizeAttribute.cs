namespace PersonalDataHub.GraphQL.Types;

/// <summary>Says how many items a list may have, which multiplies what is selected of each. Without it one item is counted. Type modules put it
/// into <see cref="ObjectFieldConfiguration.Metadata"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute, IFieldMetadata
{
    /// <summary>Items counted where no slicing argument is given. Default 1, at least 0.</summary>
    public int AssumedSize { get; init; } = 1;

    /// <summary>Arguments by which the client says how many, such as <c>first</c> and <c>last</c>; the greatest given counts. Values below 1 or above
    /// <see cref="Execution.CostOptions.MaximumPageSize"/> are refused. Default none.</summary>
    public string[] SlicingArguments { get; init; } = [];

    /// <summary>The fields below that hold the items, such as <c>nodes</c> and <c>edges</c> of a connection. Default none: the field is the list itself.</summary>
    public string[] SizedFields { get; init; } = [];

    /// <summary>Whether one of <see cref="SlicingArguments"/> must have a value, be it a default. Default true.</summary>
    public bool RequireOneSlicingArgument { get; init; } = true;
}
