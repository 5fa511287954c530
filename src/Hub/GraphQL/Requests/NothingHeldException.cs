using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>No source holds anything of what the request is about, or it is erased already.</summary>
[Authorize(Policies.Person)]
public sealed class NothingHeldException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>What it is about.</summary>
    public string? About => mistake.About;
}
