using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>A rule by which no operation, its fragments expanded, nests certain fields deeper than the options allow.</summary>
/// <param name="context">What the rules share.</param>
/// <param name="limit">How many levels are allowed.</param>
/// <param name="message">Why an operation is refused.</param>
internal abstract class LevelLimit(ValidationContext context, int limit, string message) : OperationLimit(context, limit, Math.Max, message)
{
    private int _level;

    public sealed override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        _level += WeightOf(field, parent);
        Add(_level);
    }

    public sealed override void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition) => _level -= WeightOf(field, parent);

    public sealed override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => AddSpread(spread, _level);

    /// <summary>1 where the field is a level of its own, else 0.</summary>
    protected abstract int WeightOf(FieldNode field, NamedType? parent);
}
