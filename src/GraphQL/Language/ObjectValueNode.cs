namespace PersonalDataHub.GraphQL.Language;

/// <summary>An input object, possibly empty.</summary>
public sealed record ObjectValueNode(IReadOnlyList<ObjectFieldNode> Fields, Location Location) : ValueNode(Location);
