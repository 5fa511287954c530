namespace PersonalDataHub.Hub.Authorization;

/// <summary>The configured API keys cannot be used. The message names every mistake and where it stands.</summary>
public sealed class ApiKeyConfigurationException(IReadOnlyList<string> mistakes)
    : Exception("The API keys are not configured right. " + string.Join(" ", mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
