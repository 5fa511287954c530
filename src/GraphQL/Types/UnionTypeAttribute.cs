namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes a .NET interface or class a GraphQL union of the implementing classes of registered assemblies.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class UnionTypeAttribute : Attribute;
