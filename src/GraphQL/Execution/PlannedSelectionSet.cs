using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The fields selected on one object type, in the order of the response.</summary>
internal sealed record PlannedSelectionSet(ObjectType Type, PlannedField[] Fields)
{
    /// <summary>What is deferred here; null in most sets.</summary>
    public PlannedDefer? Defer { get; init; }
}
