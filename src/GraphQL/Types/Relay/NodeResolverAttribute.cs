namespace PersonalDataHub.GraphQL.Types.Relay;

/// <summary>Marks the method that finds a node by its key, and makes the class it returns a node. It takes the key (a string, a <see cref="Guid"/> or a
/// whole number) beside what is injected, and returns null for a key it does not know. In a query class it stays a field, elsewhere it is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
