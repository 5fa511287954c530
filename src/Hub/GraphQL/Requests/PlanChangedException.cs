using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What would be done is no longer what the hash stands for; look at the plan again.</summary>
[Authorize(Policies.Person)]
public sealed class PlanChangedException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>The hash of the plan as it is now.</summary>
    public string? About => mistake.About;
}
