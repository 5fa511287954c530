namespace PersonalDataHub.GraphQL.Language;

/// <summary>An enum value by its name; never <c>true</c>, <c>false</c> or <c>null</c>.</summary>
public sealed record EnumValueNode(string Value, Location Location) : ValueNode(Location);
