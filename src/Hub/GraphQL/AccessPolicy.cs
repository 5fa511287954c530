namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What a policy demands.</summary>
/// <param name="Roles">The roles that may.</param>
/// <param name="IsAboutPeople">Whether the operation names its purpose and travels by POST.</param>
/// <param name="Refusal">What others are told.</param>
internal sealed record AccessPolicy(IReadOnlyList<string> Roles, bool IsAboutPeople, string Refusal);
