using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>A page of dead letters.</summary>
/// <param name="Nodes">The dead letters.</param>
/// <param name="PageInfo">Whether there are more.</param>
[Authorize(Policies.Person)]
public sealed record DeadLetterConnection(IReadOnlyList<DeadLetter> Nodes, PageInfo PageInfo);
