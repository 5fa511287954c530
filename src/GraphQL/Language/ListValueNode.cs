namespace PersonalDataHub.GraphQL.Language;

/// <summary>A list of values, possibly empty.</summary>
public sealed record ListValueNode(IReadOnlyList<ValueNode> Values, Location Location) : ValueNode(Location);
