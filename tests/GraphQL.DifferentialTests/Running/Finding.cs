using PersonalDataHub.GraphQL.DifferentialTests.Comparison;
using PersonalDataHub.GraphQL.DifferentialTests.Schemas;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>A case on which the sides differ.</summary>
internal sealed record Finding(string Seed, GeneratedSchema Schema, GeneratedCase? Case, Difference Difference)
{
    public override string ToString() => $"""
        seed {Seed}: {Difference.What}
        --- document, operation {Case?.Operation ?? "(none named)"}
        {Case?.Text}
        --- variables
        {Case?.Variables?.ToJsonString()}
        --- ours
        {Difference.Ours}
        --- theirs
        {Difference.Theirs}
        --- schema
        {Schema.Sdl}
        """;
}
