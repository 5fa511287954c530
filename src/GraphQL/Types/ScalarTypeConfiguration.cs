namespace PersonalDataHub.GraphQL.Types;

/// <summary>A scalar that a type module brings; it is part of the schema even where nothing uses it. One of <see cref="ExtendedScalars"/> with the same name gives way.</summary>
/// <param name="Scalar">The scalar, with its notation.</param>
public sealed record ScalarTypeConfiguration(ScalarType Scalar) : TypeConfiguration(Scalar.Name, Scalar.Description);
