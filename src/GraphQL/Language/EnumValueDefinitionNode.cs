namespace PersonalDataHub.GraphQL.Language;

/// <summary>A value of an enum type; never <c>true</c>, <c>false</c> or <c>null</c>.</summary>
public sealed record EnumValueDefinitionNode(string Name, string? Description, IReadOnlyList<DirectiveNode> Directives, Location Location)
    : SyntaxNode(Location);
