namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes a value, or the elements of a list, an <c>ID</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IDAttribute : Attribute;
