namespace PersonalDataHub.GraphQL.Types;

/// <summary>Injects the object whose field is resolved into a resolver's parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;
