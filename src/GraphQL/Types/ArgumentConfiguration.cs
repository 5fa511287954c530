namespace PersonalDataHub.GraphQL.Types;

/// <summary>An argument of a field, or a field of an input object.</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="Type">The type in SDL notation.</param>
public sealed record ArgumentConfiguration(string Name, string Type)
{
    public string? Description { get; init; }

    /// <summary>The default in GraphQL notation, such as <c>20</c> or <c>"PT2S"</c> with its quotes; null for none.</summary>
    public string? DefaultValue { get; init; }

    public string? DeprecationReason { get; init; }

    internal string? MemberName { get; init; }

    /// <summary>Turns what a client gave into what the resolver takes; null leaves it.</summary>
    internal Func<object?, object?>? Reader { get; init; }
}
