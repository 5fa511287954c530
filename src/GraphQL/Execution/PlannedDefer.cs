namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What one selection set defers.</summary>
/// <param name="Usages">The deferred fragments that begin here.</param>
/// <param name="Groups">The fields that do not belong to the part around them.</param>
internal sealed record PlannedDefer(DeferUsage[] Usages, PlannedGroup[] Groups);
