using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>One deferred fragment at one place of a plan. Two at the same place are two.</summary>
internal sealed class DeferUsage(string? label, DirectiveNode directive, DeferUsage? parent)
{
    public string? Label => label;

    public DirectiveNode Directive => directive;

    /// <summary>The deferred fragment around it.</summary>
    public DeferUsage? Parent => parent;

    /// <summary>Whether one of the fragments around it is among the given ones.</summary>
    public bool IsWithin(IReadOnlySet<DeferUsage> others) => parent is not null && (others.Contains(parent) || parent.IsWithin(others));
}
