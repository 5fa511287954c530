namespace PersonalDataHub.GraphQL.Types;

/// <summary>Keeps a member, type or enum value out of the schema.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;
