namespace PersonalDataHub.GraphQL.Types;

/// <summary>Marks a member, parameter or enum value as deprecated (<c>@deprecated</c>), like <see cref="ObsoleteAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>What to use instead.</summary>
    public string Reason { get; } = reason;
}
