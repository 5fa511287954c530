using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Every fragment that is spread exists.</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent)
    {
        if (!Context.Fragments.ContainsKey(spread.Name))
        {
            Context.Report($"Unknown fragment \"{spread.Name}\".", spread.NameLocation);
        }
    }
}
