using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>
/// Introspection selects no more levels of fields than wrapped types need: fragments make a chain of
/// <c>ofType</c> that is thousands long, and what compiles and runs an operation recurses by levels.
/// </summary>
internal sealed class MaximumIntrospectionLevels(ValidationContext context) : LevelLimit(
    context, Limit(context), $"The operation selects more than {Most} levels of fields in introspection.")
{
    // The usual query of tools needs 15; no type of a schema is wrapped often enough to need more.
    private const int Most = 30;

    public static bool IsIntrospection(FieldNode field, NamedType? parent) =>
        field.Name.StartsWith("__", StringComparison.Ordinal) || (parent is not null && parent.Name.StartsWith("__", StringComparison.Ordinal));

    protected override int WeightOf(FieldNode field, NamedType? parent) => IsIntrospection(field, parent) ? 1 : 0;

    private static int Limit(ValidationContext context) => Math.Max(Most, context.Options.MaximumDepth);
}
