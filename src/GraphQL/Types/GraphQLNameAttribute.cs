namespace PersonalDataHub.GraphQL.Types;

/// <summary>Gives a type, member, parameter or enum value its name in the schema, instead of the derived one.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
