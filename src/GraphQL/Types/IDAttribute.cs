namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes a value, or the elements of a list, an <c>ID</c>.</summary>
/// <param name="typeName">The type that ids are of: then they are unique in the whole schema, and those of other types are refused. Default null: ids are
/// the values themselves.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The name of the type in the schema, or null.</summary>
    public string? TypeName { get; } = typeName;

    internal virtual Type? NodeType => null;
}
