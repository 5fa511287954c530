using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>The scope names something that the register or the person's data does not have.</summary>
[Authorize(Policies.Person)]
public sealed class UnknownScopeException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>What was named.</summary>
    public string? About => mistake.About;
}
