namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Fields that are wanted by the same deferred fragments, and by nothing else.</summary>
internal sealed record PlannedGroup(IReadOnlySet<DeferUsage> Usages, PlannedSelectionSet Set);
