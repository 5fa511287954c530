namespace PersonalDataHub.Hub.Requests;

/// <summary>Something about a request that cannot be done as asked; nothing was changed. Holds no personal data.</summary>
/// <param name="mistakes">Every mistake found, at least one.</param>
public sealed class RequestException(IReadOnlyList<RequestMistake> mistakes)
    : Exception(string.Join(" ", mistakes.Select(mistake => mistake.Message)))
{
    /// <summary>One mistake.</summary>
    public RequestException(string code, string message)
        : this([new RequestMistake(code, message, null)])
    {
    }

    /// <summary>Every mistake found.</summary>
    public IReadOnlyList<RequestMistake> Mistakes { get; } = mistakes;
}
