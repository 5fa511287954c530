using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>A fragment of a document that is being made.</summary>
/// <param name="Uses">The variables used in it, without those of fragments that it spreads.</param>
/// <param name="Spreads">The fragments that it spreads itself.</param>
internal sealed record Fragment(string Name, NamedType Type, List<string> Tokens, IReadOnlySet<Variable> Uses, IReadOnlySet<string> Spreads);
