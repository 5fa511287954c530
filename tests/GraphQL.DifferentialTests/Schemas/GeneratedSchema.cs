using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>A schema as both sides get it: as configurations here, as SDL there.</summary>
internal sealed record GeneratedSchema(uint Seed, SchemaTypeConfiguration Roots, IReadOnlyList<TypeConfiguration> Types)
{
    public string Sdl { get; } = SdlWriter.Write(Roots, Types);

    public IEnumerable<CustomScalar> Scalars => Types.OfType<ScalarTypeConfiguration>().Select(s => (CustomScalar)s.Scalar);
}
