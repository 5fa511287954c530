namespace PersonalDataHub.GraphQL.Types;

/// <summary>Gives a member or parameter its type in SDL notation, such as <c>[Invoice!]!</c>, where the .NET type does not tell.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute(string typeSyntax) : Attribute
{
    public string TypeSyntax { get; } = typeSyntax;
}
