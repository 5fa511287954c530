namespace PersonalDataHub.GraphQL.Language;

/// <summary>The root type of one kind of operation.</summary>
public sealed record OperationTypeDefinitionNode(OperationKind Operation, NamedTypeNode Type, Location Location) : SyntaxNode(Location);
