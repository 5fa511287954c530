namespace PersonalDataHub.GraphQL.Types;

/// <summary>A directive that a type module brings.</summary>
/// <param name="Name">The name without the at sign; none that the specification defines.</param>
/// <param name="Description">What it means, in Markdown.</param>
/// <param name="Locations">Where it may stand; at least one.</param>
public sealed record DirectiveTypeConfiguration(string Name, string? Description, IReadOnlyList<DirectiveLocation> Locations)
    : TypeConfiguration(Name, Description)
{
    /// <summary>Its arguments. Default none.</summary>
    public IReadOnlyList<ArgumentConfiguration> Arguments { get; init; } = [];

    /// <summary>Whether it may stand several times at one place. Default false.</summary>
    public bool IsRepeatable { get; init; }
}
