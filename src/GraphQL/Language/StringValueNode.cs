namespace PersonalDataHub.GraphQL.Language;

/// <summary>A text.</summary>
/// <param name="Value">The text itself: escapes resolved, a block's common indentation removed.</param>
/// <param name="IsBlock">Whether it was written between triple quotes.</param>
/// <param name="Location">Where the opening quote stands.</param>
public sealed record StringValueNode(string Value, bool IsBlock, Location Location) : ValueNode(Location);
