using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Fragments apply to types that have fields or members.</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragment(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition, $"Fragment \"{fragment.Name}\"");

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent)
    {
        if (fragment.TypeCondition is not null)
        {
            Check(fragment.TypeCondition, "Fragment");
        }
    }

    private void Check(NamedTypeNode condition, string who)
    {
        if (Context.Schema.FindType(condition.Name) is { IsComposite: false })
        {
            Context.Report($"{who} cannot condition on non composite type \"{condition.Name}\".", condition.Location);
        }
    }
}
