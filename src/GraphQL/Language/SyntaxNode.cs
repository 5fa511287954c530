namespace PersonalDataHub.GraphQL.Language;

/// <summary>Anything a document is made of. Use <see cref="SyntaxComparer"/> to compare trees by content.</summary>
/// <param name="Location">Where its first token stands.</param>
public abstract record SyntaxNode(Location Location);
