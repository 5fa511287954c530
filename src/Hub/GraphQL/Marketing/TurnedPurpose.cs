using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL.Marketing;

/// <summary>A purpose that the controller turned on or off.</summary>
/// <param name="Purpose">The purpose's id.</param>
/// <param name="On">On or off.</param>
[Authorize(Policies.Person)]
public sealed record TurnedPurpose([property: ID] string Purpose, bool On);
