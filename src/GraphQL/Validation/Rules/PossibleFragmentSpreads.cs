using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>A fragment stands only where a value could be of its type.</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent)
    {
        if (Context.Fragments.TryGetValue(spread.Name, out var fragment))
        {
            Check(parent, fragment.TypeCondition, $"Fragment \"{spread.Name}\"", spread.Location);
        }
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent)
    {
        if (fragment.TypeCondition is not null)
        {
            Check(parent, fragment.TypeCondition, "Fragment", fragment.Location);
        }
    }

    private void Check(NamedType? parent, NamedTypeNode condition, string who, Location location)
    {
        if (parent is null || Context.ResolveCondition(condition) is not { } type || type == parent)
        {
            return;
        }

        if (!Context.Schema.PossibleTypes(parent).Overlaps(Context.Schema.PossibleTypes(type)))
        {
            Context.Report($"{who} cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", location);
        }
    }
}
