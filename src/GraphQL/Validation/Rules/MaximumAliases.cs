using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No operation asks for more aliases than the options allow, so that one request cannot be a thousand.</summary>
internal sealed class MaximumAliases(ValidationContext context) : ValidationRule(context)
{
    private readonly ExpandedCost _aliases = new(context.Options.MaximumAliases + 1, (one, other) => one + other);

    public override void EnterOperation(OperationDefinitionNode operation) => _aliases.Begin(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => _aliases.Begin(fragment);

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (field.Alias is not null)
        {
            _aliases.Add(1);
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => _aliases.AddSpread(spread.Name, 0);

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var (operation, _) in _aliases.Totals(Context).Where(total => total.Cost > Context.Options.MaximumAliases))
        {
            Context.Report($"The operation uses more than {Context.Options.MaximumAliases} aliases. Ask in several requests.", operation.Location);
        }
    }
}
