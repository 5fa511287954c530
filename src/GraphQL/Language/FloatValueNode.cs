namespace PersonalDataHub.GraphQL.Language;

/// <summary>A number with a fraction or an exponent, of any size.</summary>
/// <param name="Value">The number as written.</param>
/// <param name="Location">Where it stands.</param>
public sealed record FloatValueNode(string Value, Location Location) : ValueNode(Location);
