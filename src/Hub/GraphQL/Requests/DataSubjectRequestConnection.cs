using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>A page of requests.</summary>
/// <param name="Nodes">The requests.</param>
/// <param name="PageInfo">Whether there are more.</param>
[Authorize(Policies.Person)]
public sealed record DataSubjectRequestConnection(IReadOnlyList<DataSubjectRequest> Nodes, PageInfo PageInfo);
