using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A selection set as the planner meets it.</summary>
/// <param name="Mask">The conditions under which it is included.</param>
/// <param name="Usage">The deferred fragment it is part of.</param>
internal readonly record struct SelectionSource(SelectionSetNode Set, ulong Mask, DeferUsage? Usage);
