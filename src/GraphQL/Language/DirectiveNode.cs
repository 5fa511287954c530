namespace PersonalDataHub.GraphQL.Language;

/// <summary>A directive in use.</summary>
/// <param name="Name">Its name without the at sign.</param>
/// <param name="Arguments">Arguments in document order.</param>
/// <param name="Location">Where the at sign stands.</param>
public sealed record DirectiveNode(string Name, IReadOnlyList<ArgumentNode> Arguments, Location Location) : SyntaxNode(Location);
