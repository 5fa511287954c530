namespace PersonalDataHub.GraphQL.Language;

/// <summary>The literal <c>null</c>.</summary>
public sealed record NullValueNode(Location Location) : ValueNode(Location);
