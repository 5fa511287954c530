using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>Tells whether a document can be executed on a schema, and if not why.</summary>
public static class DocumentValidator
{
    /// <summary>The code of every validation error (<c>extensions.code</c>).</summary>
    public const string ErrorCode = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>All mistakes, up to <see cref="ValidationOptions.MaximumErrors"/>; none when the document is valid. Of a document beyond the limits
    /// only that is told.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        Validate(schema, document, options, Limits) is { Count: > 0 } excesses ? excesses : Validate(schema, document, options, Rules);

    /// <summary>Applies some rules only.</summary>
    internal static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        DocumentNode document,
        ValidationOptions? options,
        Func<ValidationContext, IReadOnlyList<ValidationRule>> rules)
    {
        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        new DocumentWalker(context, rules(context)).Walk();
        return context.Errors;
    }

    /// <summary>What keeps the work of all other rules within bounds, and so goes first. Each grows with the document, never with what it asks for.</summary>
    internal static IReadOnlyList<ValidationRule> Limits(ValidationContext context) =>
    [
        new MaximumDocumentFields(context),
        new MaximumOperationFields(context),
        new MaximumFragmentVisits(context),
        new MaximumDirectives(context),
        new MaximumDepth(context),
        new MaximumIntrospectionDepth(context),
        new MaximumIntrospectionLevels(context),
        new MaximumAliases(context),
        new MaximumRootFields(context),
    ];

    internal static IReadOnlyList<ValidationRule> Rules(ValidationContext context) =>
    [
        new ExecutableDefinitions(context),
        new KnownOperationTypes(context),
        new UniqueOperationNames(context),
        new LoneAnonymousOperation(context),
        new SingleFieldSubscriptions(context),
        new KnownTypeNames(context),
        new FragmentsOnCompositeTypes(context),
        new VariablesAreInputTypes(context),
        new ScalarLeafs(context),
        new FieldsOnCorrectType(context),
        new UniqueFragmentNames(context),
        new KnownFragmentNames(context),
        new NoUnusedFragments(context),
        new PossibleFragmentSpreads(context),
        new NoFragmentCycles(context),
        new UniqueVariableNames(context),
        new NoUndefinedVariables(context),
        new NoUnusedVariables(context),
        new KnownDirectives(context),
        new UniqueDirectivesPerLocation(context),
        new DeferStreamDirectiveOnRootField(context),
        new DeferStreamDirectiveOnValidOperations(context),
        new DeferStreamDirectiveLabel(context),
        new KnownArgumentNames(context),
        new UniqueArgumentNames(context),
        new ValuesOfCorrectType(context),
        new ProvidedRequiredArguments(context),
        new VariablesInAllowedPosition(context),
        new OverlappingFieldsCanBeMerged(context),
        new UniqueInputFieldNames(context),
        new MaximumFieldCycles(context),
    ];
}
