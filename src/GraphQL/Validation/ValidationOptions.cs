namespace PersonalDataHub.GraphQL.Validation;

/// <summary>What validation allows beyond the rules of the specification.</summary>
public sealed record ValidationOptions
{
    /// <summary>The options used when none are given.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Levels of fields in an operation, fragments expanded; introspection has its own limit. Default 15, at least 1.</summary>
    public int MaximumDepth { get; init; } = 15;

    /// <summary>Levels of lists of fields, interfaces, possible types and input fields within each other in introspection. Default 2.</summary>
    public int MaximumIntrospectionDepth { get; init; } = 2;

    /// <summary>Aliased fields in an operation, fragments expanded. Default 100.</summary>
    public int MaximumAliases { get; init; } = 100;

    /// <summary>Fields looked at while deciding whether fields that share a response name can be merged. Default 200,000.</summary>
    public int MaximumFieldMerges { get; init; } = 200_000;

    /// <summary>Errors after which validation stops. Default 5, at least 1.</summary>
    public int MaximumErrors { get; init; } = 5;

    /// <summary>Whether errors may suggest names of the schema that are like the wrong one. Default false: suggestions tell what introspection may hide.</summary>
    public bool SuggestNames { get; init; }
}
