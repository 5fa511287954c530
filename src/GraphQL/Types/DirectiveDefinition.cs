namespace PersonalDataHub.GraphQL.Types;

/// <summary>A directive that documents may use.</summary>
public sealed class DirectiveDefinition(
    string name,
    IReadOnlyList<DirectiveLocation> locations,
    IReadOnlyList<InputValueDefinition>? arguments = null,
    bool isRepeatable = false,
    string? description = null)
{
    /// <summary>The name without the at sign.</summary>
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public IReadOnlyList<DirectiveLocation> Locations { get; } = locations;

    public IReadOnlyList<InputValueDefinition> Arguments { get; } = arguments ?? [];

    /// <summary>Whether it may stand several times at one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>The argument with this name, or null.</summary>
    public InputValueDefinition? FindArgument(string name) => Arguments.FirstOrDefault(a => a.Name == name);
}
