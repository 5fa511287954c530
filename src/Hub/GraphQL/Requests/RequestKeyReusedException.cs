using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>The client request key stands for another request or decision already.</summary>
[Authorize(Policies.Person)]
public sealed class RequestKeyReusedException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>The key.</summary>
    public string? About => mistake.About;
}
