namespace PersonalDataHub.GraphQL.Types;

/// <summary>Gives an argument or input field a default that is announced in the schema; scalars without a .NET constant are given in their notation, such as <c>"PT2S"</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueAttribute(object value) : Attribute
{
    public object Value { get; } = value;
}
