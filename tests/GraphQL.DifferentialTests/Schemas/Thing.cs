namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>A value of an object type, known by the type's name.</summary>
internal sealed record Thing(string Is);
