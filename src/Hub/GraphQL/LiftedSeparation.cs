using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>A separation that is no longer in force.</summary>
/// <param name="SeparationId">Its id.</param>
[Authorize(Policies.Person)]
public sealed record LiftedSeparation([property: ID] Guid SeparationId);
