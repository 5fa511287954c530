namespace PersonalDataHub.Hub.Registrants;

/// <summary>What a person decides about an identity.</summary>
/// <param name="Register">The register's id.</param>
/// <param name="Registrant">The registrant's id.</param>
/// <param name="Identity">The id of the identity or candidate, as a search gave it.</param>
/// <param name="Reason">Why, for the history; no personal data.</param>
/// <param name="Purpose">The purpose it is decided for.</param>
public sealed record IdentityDecision(string Register, Guid Registrant, string Identity, string Reason, string Purpose);
