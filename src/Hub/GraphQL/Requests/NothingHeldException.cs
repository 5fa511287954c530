using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>No source holds anything of what the request is about, or it is erased already.</summary>
public sealed class NothingHeldException(RequestMistake mistake) : Exception(mistake.Message)
{
    /// <summary>What it is about.</summary>
    public string? About => mistake.About;
}
