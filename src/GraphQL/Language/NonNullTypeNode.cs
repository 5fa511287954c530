namespace PersonalDataHub.GraphQL.Language;

/// <summary>A type that excludes null.</summary>
/// <param name="InnerType">A named type or a list; never non-null itself.</param>
/// <param name="Location">Where its first token stands.</param>
public sealed record NonNullTypeNode(TypeNode InnerType, Location Location) : TypeNode(Location);
