using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>A rule by which no operation, its fragments expanded, asks for more of something than the options allow.</summary>
/// <param name="context">What the rules share.</param>
/// <param name="limit">How much is allowed.</param>
/// <param name="combine">How what a spread brings joins its surroundings: the greater, or the sum.</param>
/// <param name="message">Why an operation is refused.</param>
internal abstract class OperationLimit(ValidationContext context, int limit, Func<int, int, int> combine, string message) : ValidationRule(context)
{
    private readonly ExpandedCost _cost = new(limit == ValidationOptions.Endless ? limit : limit + 1, combine);

    public sealed override void EnterOperation(OperationDefinitionNode operation) => _cost.Begin(operation);

    public sealed override void EnterFragment(FragmentDefinitionNode fragment) => _cost.Begin(fragment);

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var (operation, _) in _cost.Totals(Context).Where(total => total.Cost > limit))
        {
            Context.Report(message, operation.Location);
        }
    }

    protected void Add(int cost) => _cost.Add(cost);

    protected void AddSpread(FragmentSpreadNode spread, int offset) => _cost.AddSpread(spread.Name, offset);
}
