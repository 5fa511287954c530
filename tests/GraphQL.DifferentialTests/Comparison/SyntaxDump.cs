using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>Writes a document as one line, the same as <c>Oracle/dump.js</c> does, so that two trees can be compared as text.</summary>
internal sealed class SyntaxDump(bool withPlaces)
{
    public string Of(SyntaxNode? node) => node switch
    {
        null => "~",
        DocumentNode n => All(n.Definitions),
        OperationDefinitionNode n => $"(operation {n.Operation.ToString().ToLowerInvariant()} {Text(n.Name)} {Text(n.Description)}{At(n)}{All(n.VariableDefinitions)}{All(n.Directives)}{Of(n.SelectionSet)})",
        FragmentDefinitionNode n => $"(fragment {Text(n.Name)} {Text(n.Description)}{At(n)}{Of(n.TypeCondition)}{All(n.Directives)}{Of(n.SelectionSet)})",
        SchemaDefinitionNode n => $"({Kind(n)} {Text(n.Description)}{At(n)}{All(n.Directives)}{All(n.OperationTypes)})",
        OperationTypeDefinitionNode n => $"(root {n.Operation.ToString().ToLowerInvariant()}{At(n)}{Of(n.Type)})",
        ScalarTypeDefinitionNode n => Named(n, [], All(n.Directives), All([])),
        UnionTypeDefinitionNode n => Named(n, [], All(n.Directives), All(n.Types)),
        ComplexTypeDefinitionNode n => Named(n, [All(n.Interfaces)], All(n.Directives), All(n.Fields)),
        EnumTypeDefinitionNode n => Named(n, [], All(n.Directives), All(n.Values)),
        InputObjectTypeDefinitionNode n => Named(n, [], All(n.Directives), All(n.Fields)),
        DirectiveDefinitionNode n => $"({Kind(n)} {Text(n.Name)} {Text(n.Description)}{At(n)}{(n.IsRepeatable ? "true" : "false")}{All(n.Arguments)}{string.Join(' ', n.Locations)})",
        FieldDefinitionNode n => $"(member {Text(n.Name)} {Text(n.Description)}{At(n)}{All(n.Arguments)}{Of(n.Type)}{All(n.Directives)})",
        InputValueDefinitionNode n => $"(input {Text(n.Name)} {Text(n.Description)}{At(n)}{Of(n.Type)}{Of(n.DefaultValue)}{All(n.Directives)})",
        EnumValueDefinitionNode n => $"(name {Text(n.Name)} {Text(n.Description)}{At(n)}{All(n.Directives)})",
        VariableDefinitionNode n => $"(declare {Text(n.Description)}{At(n)}{Of(n.Variable)}{Of(n.Type)}{Of(n.DefaultValue)}{All(n.Directives)})",
        SelectionSetNode n => $"(set{At(n)}{All(n.Selections)})",
        FieldNode n => $"(field {Text(n.Alias)} {Text(n.Name)}{At(n)}{All(n.Arguments)}{All(n.Directives)}{Of(n.SelectionSet)})",
        FragmentSpreadNode n => $"(spread {Text(n.Name)}{At(n)}{All(n.Directives)})",
        InlineFragmentNode n => $"(inline{At(n)}{Of(n.TypeCondition)}{All(n.Directives)}{Of(n.SelectionSet)})",
        ArgumentNode n => $"(argument {Text(n.Name)}{At(n)}{Of(n.Value)})",
        ObjectFieldNode n => $"(entry {Text(n.Name)}{At(n)}{Of(n.Value)})",
        DirectiveNode n => $"(directive {Text(n.Name)}{At(n)}{All(n.Arguments)})",
        NamedTypeNode n => $"(type {Text(n.Name)}{At(n)})",
        ListTypeNode n => $"(listof{At(n)}{Of(n.ItemType)})",
        NonNullTypeNode n => $"(required{At(n)}{Of(n.InnerType)})",
        VariableNode n => $"(variable {Text(n.Name)}{At(n)})",
        IntValueNode n => $"(int {Text(n.Value)}{At(n)})",
        FloatValueNode n => $"(float {Text(n.Value)}{At(n)})",
        StringValueNode n => $"(string {Text(n.Value)}{At(n)})",
        BooleanValueNode n => $"(boolean {(n.Value ? "true" : "false")}{At(n)})",
        NullValueNode n => $"(null{At(n)})",
        EnumValueNode n => $"(enum {Text(n.Value)}{At(n)})",
        ListValueNode n => $"(list{At(n)}{All(n.Values)})",
        ObjectValueNode n => $"(object{At(n)}{All(n.Fields)})",
        _ => $"({node.GetType().Name})",
    };

    private string Named(TypeSystemDefinitionNode node, string[] before, params string[] parts) =>
        $"({Kind(node)} {Text(node.Name)} {Text(node.Description)}{At(node)}{string.Concat(before)}{string.Concat(parts)})";

    private static string Kind(TypeSystemDefinitionNode node) =>
        (node.IsExtension ? "extend " : "") + node.GetType().Name.Replace("TypeDefinitionNode", "", StringComparison.Ordinal).Replace("DefinitionNode", "", StringComparison.Ordinal);

    private string All(IReadOnlyList<SyntaxNode> nodes) => $"[{string.Concat(nodes.Select(Of))}]";

    private string At(SyntaxNode node) => withPlaces ? $"@{node.Location.Line}:{node.Location.Column}" : "";

    private static string Text(string? text) => text is null ? "~" : $"{text.Length}:{text}";
}
