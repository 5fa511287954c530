namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for facts about one person.</summary>
/// <param name="Identities">All identities of the person at this source.</param>
/// <param name="Facts">Names of facts that the descriptor declares.</param>
public sealed record FactsRequest(IReadOnlyList<SubjectIdentity> Identities, IReadOnlyList<string> Facts);
