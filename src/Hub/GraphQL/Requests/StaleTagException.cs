using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>A value was changed since somebody looked at it; nothing was started.</summary>
[Authorize(Policies.Person)]
public sealed class StaleTagException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>The value's reference.</summary>
    public string? About => mistake.About;
}
