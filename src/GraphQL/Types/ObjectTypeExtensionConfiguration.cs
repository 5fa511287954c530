namespace PersonalDataHub.GraphQL.Types;

/// <summary>Further fields of an object type that is described elsewhere; a field that exists already is replaced only by annotated classes.</summary>
public sealed record ObjectTypeExtensionConfiguration(string Name, IReadOnlyList<ObjectFieldConfiguration> Fields)
    : TypeConfiguration(Name, null)
{
    internal bool ReplacesFields { get; init; }
}
