namespace PersonalDataHub.GraphQL.Types;

/// <summary>The description of a type from which a schema is built.</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="Description">What the type means, in Markdown.</param>
public abstract record TypeConfiguration(string Name, string? Description)
{
    /// <summary>Where the type comes from, for messages about mistakes.</summary>
    internal string Origin { get; init; } = Name;
}
