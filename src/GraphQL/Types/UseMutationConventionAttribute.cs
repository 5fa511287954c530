namespace PersonalDataHub.GraphQL.Types;

/// <summary>Changes what the mutation conventions make of a method.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>The payload's field that holds the result; by default the name of the result's type in camel case.</summary>
    public string? PayloadFieldName { get; init; }

    /// <summary>Whether the method becomes a plain field, without input, payload and errors.</summary>
    public bool Disable { get; init; }
}
