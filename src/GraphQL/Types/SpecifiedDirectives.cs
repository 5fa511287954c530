namespace PersonalDataHub.GraphQL.Types;

/// <summary>The directives that the specification defines.</summary>
public static class SpecifiedDirectives
{
    private const string NoLongerSupported = "\"No longer supported\"";

    public static DirectiveDefinition Include { get; } = new(
        "include",
        [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        [new("if", new NonNullType(SpecifiedScalars.Boolean), "Included when true.")],
        description: "Includes a selection only under a condition.");

    public static DirectiveDefinition Skip { get; } = new(
        "skip",
        [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        [new("if", new NonNullType(SpecifiedScalars.Boolean), "Skipped when true.")],
        description: "Leaves a selection out under a condition.");

    /// <summary>Of the incremental delivery draft; known where <see cref="Execution.GraphQLOptions.EnableDefer"/> says so.</summary>
    public static DirectiveDefinition Defer { get; } = new(
        "defer",
        [DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        [
            new("if", new NonNullType(SpecifiedScalars.Boolean), "Deferred when true.", "true") { DefaultValue = true },
            new("label", SpecifiedScalars.String, "Names the parts that bring it."),
        ],
        description: "Lets a fragment be answered in a later part of the response.");

    public static DirectiveDefinition Deprecated { get; } = new(
        "deprecated",
        [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue],
        [
            new("reason", new NonNullType(SpecifiedScalars.String), "What to use instead, in Markdown.", NoLongerSupported)
            {
                DefaultValue = "No longer supported",
            },
        ],
        description: "Marks what should not be used any more.");

    public static DirectiveDefinition SpecifiedBy { get; } = new(
        "specifiedBy",
        [DirectiveLocation.Scalar],
        [new("url", new NonNullType(SpecifiedScalars.String), "Where the notation is specified.")],
        description: "Names the specification of a scalar.");

    public static DirectiveDefinition OneOf { get; } = new(
        "oneOf",
        [DirectiveLocation.InputObject],
        description: "Marks an input object of which exactly one field must be given.");

    internal static IReadOnlyList<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];
}
