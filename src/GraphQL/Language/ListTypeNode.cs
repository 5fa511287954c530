namespace PersonalDataHub.GraphQL.Language;

/// <summary>A list of a type.</summary>
public sealed record ListTypeNode(TypeNode ItemType, Location Location) : TypeNode(Location);
