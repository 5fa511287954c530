namespace PersonalDataHub.GraphQL.Language;

/// <summary>A number without fraction or exponent, of any size.</summary>
/// <param name="Value">Its digits as written, with a sign when negative.</param>
/// <param name="Location">Where it stands.</param>
public sealed record IntValueNode(string Value, Location Location) : ValueNode(Location);
