namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes an input type one of which exactly one field must be given (<c>@oneOf</c>).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
