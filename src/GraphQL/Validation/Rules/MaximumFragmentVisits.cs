using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Fragments are spread no more often than the options allow, in a document and in an operation with its fragments expanded.</summary>
internal sealed class MaximumFragmentVisits(ValidationContext context) : OperationLimit(
    context,
    context.Options.MaximumFragmentVisits,
    (one, other) => one + other,
    $"The operation spreads more than {context.Options.MaximumFragmentVisits} fragments, each counted as often as it is reached. Use fewer fragments.")
{
    private int _spreads;

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent)
    {
        AddSpread(spread, 1);
        if (++_spreads == Context.Options.MaximumFragmentVisits + 1)
        {
            Context.Report($"The document spreads more than {Context.Options.MaximumFragmentVisits} fragments. Use fewer fragments.", spread.Location);
        }
    }
}
