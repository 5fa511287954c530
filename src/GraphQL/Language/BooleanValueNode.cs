namespace PersonalDataHub.GraphQL.Language;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanValueNode(bool Value, Location Location) : ValueNode(Location);
