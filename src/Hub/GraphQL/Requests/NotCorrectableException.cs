using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>A value cannot be corrected at its source, or not to this.</summary>
[Authorize(Policies.Person)]
public sealed class NotCorrectableException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>The value's reference.</summary>
    public string? About => mistake.About;
}
