namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A decision that a client sent under a key of its own.</summary>
internal sealed class DecisionKeyRow
{
    public long Key { get; init; }

    /// <summary>Who decided.</summary>
    public required string Caller { get; init; }

    public required string ClientRequestKey { get; init; }

    /// <summary>A keyed hash of all that was said: the same client key with another hash is refused.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The id of what it was about: a request, a bulk erasure or a legal hold.</summary>
    public required Guid RequestId { get; init; }

    public required DateTimeOffset At { get; init; }
}
