using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>A source could not say what it would do; its share is planned when it answers. Holds no personal data.</summary>
/// <param name="failure">Why.</param>
internal sealed class ShareNotPlannedException(SourceFailure failure) : Exception(failure.Message)
{
    public SourceFailure Failure { get; } = failure;
}
