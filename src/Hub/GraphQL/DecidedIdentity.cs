using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What came of a decision about an identity.</summary>
/// <param name="RegistrantId">The registrant it was decided for; search again to see the person as now known.</param>
[Authorize(Policies.Person)]
public sealed record DecidedIdentity([property: ID] Guid RegistrantId);
