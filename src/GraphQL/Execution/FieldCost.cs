using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What is known about a field's cost from the schema alone.</summary>
internal sealed class FieldCost
{
    private const int Waiting = 10;
    private const int IntrospectedItems = 4;

    public FieldCost(FieldDefinition field)
    {
        var isMeta = field.DeclaringType is null || field.DeclaringType.Name.StartsWith("__", StringComparison.Ordinal);
        var isComposite = field.Type.Named.IsComposite;
        Weight = field.Metadata.OfType<CostAttribute>().LastOrDefault()?.Weight
            ?? (field.Resolver is not null || field.SubscribeResolver is not null ? Waiting : isComposite ? 1 : 0);
        TypeWeight = isComposite ? 1 : 0;
        IsList = field.Type.NullableType is ListType;
        ListSize = field.Metadata.OfType<ListSizeAttribute>().LastOrDefault();

        // However many types a schema has, introspection may walk through all of them once.
        AssumedSize = Math.Max(0, ListSize?.AssumedSize ?? (isMeta && field.Name != "types" ? IntrospectedItems : 1));
        SlicingArguments = [.. (ListSize?.SlicingArguments ?? []).Select(field.FindArgument).OfType<InputValueDefinition>()];
    }

    public int Weight { get; }

    /// <summary>Objects that one value is.</summary>
    public int TypeWeight { get; }

    public bool IsList { get; }

    public ListSizeAttribute? ListSize { get; }

    public int AssumedSize { get; }

    public IReadOnlyList<InputValueDefinition> SlicingArguments { get; }
}
