namespace PersonalDataHub.GraphQL.Language;

/// <summary>
/// Compares trees by what they say: locations, and whether a string was written as a block, do not
/// count; order does.
/// </summary>
public sealed class SyntaxComparer : IEqualityComparer<SyntaxNode>
{
    private SyntaxComparer()
    {
    }

    /// <summary>The comparer.</summary>
    public static SyntaxComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(SyntaxNode? x, SyntaxNode? y) => (x, y) switch
    {
        (null, null) => true,
        (DocumentNode a, DocumentNode b) => Same(a.Definitions, b.Definitions),
        (OperationDefinitionNode a, OperationDefinitionNode b) => a.Operation == b.Operation && a.Name == b.Name && Same(a.VariableDefinitions, b.VariableDefinitions) && SameExecutable(a, b),
        (FragmentDefinitionNode a, FragmentDefinitionNode b) => a.Name == b.Name && Equals(a.TypeCondition, b.TypeCondition) && SameExecutable(a, b),
        (VariableDefinitionNode a, VariableDefinitionNode b) => a.Name == b.Name && a.Description == b.Description && Equals(a.Type, b.Type) && Equals(a.DefaultValue, b.DefaultValue) && Same(a.Directives, b.Directives),
        (SelectionSetNode a, SelectionSetNode b) => Same(a.Selections, b.Selections),
        (FieldNode a, FieldNode b) => a.Alias == b.Alias && a.Name == b.Name && Same(a.Arguments, b.Arguments) && Same(a.Directives, b.Directives) && Equals(a.SelectionSet, b.SelectionSet),
        (FragmentSpreadNode a, FragmentSpreadNode b) => a.Name == b.Name && Same(a.Directives, b.Directives),
        (InlineFragmentNode a, InlineFragmentNode b) => Equals(a.TypeCondition, b.TypeCondition) && Same(a.Directives, b.Directives) && Equals(a.SelectionSet, b.SelectionSet),
        (ArgumentNode a, ArgumentNode b) => a.Name == b.Name && Equals(a.Value, b.Value),
        (DirectiveNode a, DirectiveNode b) => a.Name == b.Name && Same(a.Arguments, b.Arguments),
        (NamedTypeNode a, NamedTypeNode b) => a.Name == b.Name,
        (ListTypeNode a, ListTypeNode b) => Equals(a.ItemType, b.ItemType),
        (NonNullTypeNode a, NonNullTypeNode b) => Equals(a.InnerType, b.InnerType),
        (VariableNode a, VariableNode b) => a.Name == b.Name,
        (IntValueNode a, IntValueNode b) => a.Value == b.Value,
        (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
        (StringValueNode a, StringValueNode b) => a.Value == b.Value,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (NullValueNode, NullValueNode) => true,
        (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
        (ListValueNode a, ListValueNode b) => Same(a.Values, b.Values),
        (ObjectValueNode a, ObjectValueNode b) => Same(a.Fields, b.Fields),
        (ObjectFieldNode a, ObjectFieldNode b) => a.Name == b.Name && Equals(a.Value, b.Value),
        (TypeSystemDefinitionNode a, TypeSystemDefinitionNode b) => SameTypeSystem(a, b),
        (OperationTypeDefinitionNode a, OperationTypeDefinitionNode b) => a.Operation == b.Operation && Equals(a.Type, b.Type),
        (FieldDefinitionNode a, FieldDefinitionNode b) => a.Name == b.Name && a.Description == b.Description && Same(a.Arguments, b.Arguments) && Equals(a.Type, b.Type) && Same(a.Directives, b.Directives),
        (InputValueDefinitionNode a, InputValueDefinitionNode b) => a.Name == b.Name && a.Description == b.Description && Equals(a.Type, b.Type) && Equals(a.DefaultValue, b.DefaultValue) && Same(a.Directives, b.Directives),
        (EnumValueDefinitionNode a, EnumValueDefinitionNode b) => a.Name == b.Name && a.Description == b.Description && Same(a.Directives, b.Directives),
        _ => false,
    };

    /// <inheritdoc/>
    public int GetHashCode(SyntaxNode obj) => string.GetHashCode(SyntaxPrinter.Print(obj), StringComparison.Ordinal);

    private bool SameExecutable(ExecutableDefinitionNode x, ExecutableDefinitionNode y) =>
        x.Description == y.Description && Same(x.Directives, y.Directives) && Equals(x.SelectionSet, y.SelectionSet);

    private bool SameTypeSystem(TypeSystemDefinitionNode x, TypeSystemDefinitionNode y) =>
        x.Name == y.Name && x.Description == y.Description && x.IsExtension == y.IsExtension && Same(x.Directives, y.Directives) && (x, y) switch
        {
            (SchemaDefinitionNode a, SchemaDefinitionNode b) => Same(a.OperationTypes, b.OperationTypes),
            (ScalarTypeDefinitionNode, ScalarTypeDefinitionNode) => true,
            (ComplexTypeDefinitionNode a, ComplexTypeDefinitionNode b) => a.GetType() == b.GetType() && Same(a.Interfaces, b.Interfaces) && Same(a.Fields, b.Fields),
            (UnionTypeDefinitionNode a, UnionTypeDefinitionNode b) => Same(a.Types, b.Types),
            (EnumTypeDefinitionNode a, EnumTypeDefinitionNode b) => Same(a.Values, b.Values),
            (InputObjectTypeDefinitionNode a, InputObjectTypeDefinitionNode b) => Same(a.Fields, b.Fields),
            (DirectiveDefinitionNode a, DirectiveDefinitionNode b) => a.IsRepeatable == b.IsRepeatable && a.Locations.SequenceEqual(b.Locations) && Same(a.Arguments, b.Arguments),
            _ => false,
        };

    private bool Same(IReadOnlyList<SyntaxNode> x, IReadOnlyList<SyntaxNode> y) => x.SequenceEqual(y, this);
}
