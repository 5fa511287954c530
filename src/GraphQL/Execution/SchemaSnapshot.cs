using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A schema with the plans that were compiled for it.</summary>
internal sealed record SchemaSnapshot(Schema Schema, PlanCache Plans);
