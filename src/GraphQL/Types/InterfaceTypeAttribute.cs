namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes a .NET interface or class a GraphQL interface; implementing classes of registered assemblies become its object types.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class InterfaceTypeAttribute : Attribute;
