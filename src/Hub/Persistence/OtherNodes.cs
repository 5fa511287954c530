namespace PersonalDataHub.Hub.Persistence;

/// <summary>Tells what other nodes over the same database have committed.</summary>
internal sealed class OtherNodes
{
    /// <summary>Requests have changed; their ids. What this node changed itself may be among them.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Changed;

    /// <summary>What others changed may have been missed: whoever watches looks again.</summary>
    public event Action? Missed;

    public void Tell(IReadOnlyCollection<Guid> requests) => Changed?.Invoke(requests);

    public void TellMissed() => Missed?.Invoke();
}
