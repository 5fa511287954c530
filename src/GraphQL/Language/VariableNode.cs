namespace PersonalDataHub.GraphQL.Language;

/// <summary>The use of a variable.</summary>
/// <param name="Name">Its name without the dollar sign.</param>
/// <param name="Location">Where the dollar sign stands.</param>
public sealed record VariableNode(string Name, Location Location) : ValueNode(Location);
