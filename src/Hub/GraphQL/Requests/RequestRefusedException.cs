using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>The request cannot be taken or changed as asked; nothing was changed.</summary>
[Authorize(Policies.Person)]
public sealed class RequestRefusedException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>A stable code for programs.</summary>
    public string Code => mistake.Code;

    /// <summary>What it is about; null when about the whole.</summary>
    public string? About => mistake.About;
}
