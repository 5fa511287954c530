namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A field while its selection set is planned.</summary>
internal sealed record CollectedField(PlannedField Field)
{
    /// <summary>The deferred fragments of all places that select it; null for a place in none.</summary>
    public List<DeferUsage?> Usages { get; } = [];

    /// <summary>What those places select below it.</summary>
    public List<SelectionSource> Below { get; } = [];

    /// <summary>The outermost fragments that want it; none when it is also wanted outside of all.</summary>
    public HashSet<DeferUsage> Wanting()
    {
        var all = Usages.OfType<DeferUsage>().ToHashSet();
        return Usages.Contains(null) ? [] : [.. all.Where(u => !u.IsWithin(all))];
    }
}
