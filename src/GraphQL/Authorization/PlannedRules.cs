using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>The distinct rules of a compiled operation, each with the fields that bring it.</summary>
internal sealed class PlannedRules
{
    private readonly Dictionary<FieldRule, List<Step>> steps = [];
    private readonly FieldRule introspection;
    private int visited;

    private PlannedRules(FieldRule introspection) => this.introspection = introspection;

    /// <exception cref="InvalidOperationException">The plan has fields that its selections do not lead to, so that nobody would ask about them.</exception>
    public static PlannedRules Of(OperationPlan plan, FieldRule introspection)
    {
        var rules = new PlannedRules(introspection);
        rules.Visit(plan.Root, null);
        return rules.visited >= plan.FieldCount ? rules
            : throw new InvalidOperationException($"Rules were found for {rules.visited} of {plan.FieldCount} planned fields.");
    }

    public bool IsEmpty => steps.Count == 0;

    /// <summary>The rules of the fields that these conditions include, with the first such field of each.</summary>
    public IEnumerable<(FieldRule Rule, Step First)> Demanded(ulong fulfilled)
    {
        foreach (var (rule, places) in steps)
        {
            if (places.Find(step => step.IsIncluded(fulfilled)) is { } first)
            {
                yield return (rule, first);
            }
        }
    }

    private void Visit(PlannedSelectionSet set, Step? parent)
    {
        foreach (var field in set.Fields)
        {
            visited++;
            var step = new Step(parent, field);
            foreach (var rule in RulesOf(field.Field))
            {
                Add(rule, step);
            }

            foreach (var below in field.Sets.Values)
            {
                Visit(below, step);
            }
        }

        foreach (var group in set.Defer?.Groups ?? [])
        {
            Visit(group.Set, parent);
        }
    }

    private IReadOnlyList<FieldRule> RulesOf(FieldDefinition field) =>
        !field.Name.StartsWith("__", StringComparison.Ordinal) ? field.Rules
        : field.Name == IntrospectionTypes.TypeName.Name || introspection.DemandsNothing ? []
        : [introspection];

    // Behind a field that is always included nothing can be the first.
    private void Add(FieldRule rule, Step step)
    {
        if (!steps.TryGetValue(rule, out var places))
        {
            steps.Add(rule, places = []);
        }

        if (places is [] || !places[^1].IsIncluded(0))
        {
            places.Add(step);
        }
    }

    /// <summary>A planned field and the way to it.</summary>
    internal sealed record Step(Step? Parent, PlannedField Field)
    {
        public bool IsIncluded(ulong fulfilled) => Field.IsIncluded(fulfilled) && Parent?.IsIncluded(fulfilled) != false;

        /// <summary>The response names on the way; positions in lists are not known before anything is resolved.</summary>
        public IReadOnlyList<object> Path() => Parent is null ? [Field.ResponseName] : [.. Parent.Path(), Field.ResponseName];
    }
}
