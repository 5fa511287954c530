namespace PersonalDataHub.GraphQL.Types;

/// <summary>A schema that cannot be served, with all mistakes at once.</summary>
public sealed class SchemaException(IReadOnlyList<string> mistakes)
    : Exception($"The GraphQL schema has {mistakes.Count} mistake(s):{Environment.NewLine}- {string.Join(Environment.NewLine + "- ", mistakes)}")
{
    /// <summary>One sentence each, naming class and member or type and field.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
