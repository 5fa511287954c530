namespace PersonalDataHub.GraphQL.Types;

/// <summary>Describes a type, member, parameter or enum value in the schema, instead of its XML documentation.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}
