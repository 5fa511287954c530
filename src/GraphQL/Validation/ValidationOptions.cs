namespace PersonalDataHub.GraphQL.Validation;

/// <summary>What validation allows beyond the rules of the specification. Every number is from 1 to 1,000,000,000, which means no limit.</summary>
public sealed record ValidationOptions
{
    internal const int Endless = 1_000_000_000;

    /// <summary>The options used when none are given.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The rules of the specification alone, for documents of one's own. A hostile document keeps a validator without limits busy.</summary>
    public static ValidationOptions Unlimited { get; } = new()
    {
        MaximumDepth = Endless,
        MaximumIntrospectionDepth = Endless,
        MaximumAliases = Endless,
        MaximumRootFields = Endless,
        MaximumDirectives = Endless,
        MaximumDocumentFields = Endless,
        MaximumOperationFields = Endless,
        MaximumFragmentVisits = Endless,
        MaximumFieldCycles = Endless,
        MaximumErrors = Endless,
    };

    /// <summary>Levels of fields in an operation, fragments expanded; introspection has its own limit. Default 15.</summary>
    public int MaximumDepth { get; init; } = 15;

    /// <summary>Levels of lists of fields, interfaces, possible types and input fields within each other in introspection. Default 2.</summary>
    public int MaximumIntrospectionDepth { get; init; } = 2;

    /// <summary>Aliased fields in an operation, <c>__typename</c> and the like included, fragments expanded. Default 100.</summary>
    public int MaximumAliases { get; init; } = 100;

    /// <summary>Fields that an operation selects on its root type, fragments expanded. Default 20.</summary>
    public int MaximumRootFields { get; init; } = 20;

    /// <summary>Directives at one place. Default 4.</summary>
    public int MaximumDirectives { get; init; } = 4;

    /// <summary>Fields of a document; those of a fragment count once. Default 500.</summary>
    public int MaximumDocumentFields { get; init; } = 500;

    /// <summary>Fields of an operation; those of a fragment count as often as it is spread. Default 1,000.</summary>
    public int MaximumOperationFields { get; init; } = 1_000;

    /// <summary>Fragments that are spread in a document, and in an operation with its fragments expanded. Default 500.</summary>
    public int MaximumFragmentVisits { get; init; } = 500;

    /// <summary>How often a field may stand on one path from the root, within itself. Default 3.</summary>
    public int MaximumFieldCycles { get; init; } = 3;

    /// <summary>Fields looked at while deciding whether fields that share a response name can be merged. Default 200,000.</summary>
    public int MaximumFieldMerges { get; init; } = 200_000;

    /// <summary>Errors after which validation stops. Default 5.</summary>
    public int MaximumErrors { get; init; } = 5;

    /// <summary>Whether errors may suggest names of the schema that are like the wrong one. Default false: suggestions tell what introspection may hide.</summary>
    public bool SuggestNames { get; init; }

    /// <exception cref="InvalidOperationException">A number is out of its range.</exception>
    internal void Check()
    {
        int[] numbers =
        [
            MaximumDepth, MaximumIntrospectionDepth, MaximumAliases, MaximumRootFields, MaximumDirectives, MaximumDocumentFields,
            MaximumOperationFields, MaximumFragmentVisits, MaximumFieldCycles, MaximumFieldMerges, MaximumErrors,
        ];
        if (numbers.Any(number => number is < 1 or > Endless))
        {
            throw new InvalidOperationException($"ValidationOptions: every number must be from 1 to {Endless}.");
        }
    }
}
