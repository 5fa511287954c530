using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Every fragment is reached by an operation.</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        if (Context.Fragments.Count == 0)
        {
            return;
        }

        var used = Context.ReachedFrom(Context.Operations.AsSpan()).OfType<FragmentDefinitionNode>().Select(fragment => fragment.Name).ToHashSet();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>().Where(fragment => !used.Contains(fragment.Name)))
        {
            Context.Report($"Fragment \"{fragment.Name}\" is never used.", fragment.Location);
        }
    }
}
