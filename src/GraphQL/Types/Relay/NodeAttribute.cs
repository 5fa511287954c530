namespace PersonalDataHub.GraphQL.Types.Relay;

/// <summary>Makes a class a node: it implements the interface <c>Node</c>, its <c>Id</c> becomes an id that is unique in the schema, and <c>node(id:)</c>
/// finds it by a static method with <see cref="NodeResolverAttribute"/>, or of the name <c>Get</c> or <c>GetAsync</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NodeAttribute : Attribute;
