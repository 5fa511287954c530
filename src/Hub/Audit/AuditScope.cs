namespace PersonalDataHub.Hub.Audit;

/// <summary>An operation whose intent is written. When it is never completed, the intent stands alone and says so.</summary>
public sealed class AuditScope
{
    private readonly AuditTrail trail;
    private readonly AuditIntent intent;
    private int completed;

    internal AuditScope(AuditTrail trail, AuditIntent intent, Guid id)
    {
        this.trail = trail;
        this.intent = intent;
        Id = id;
    }

    /// <summary>The id of the intent's entry.</summary>
    public Guid Id { get; }

    /// <summary>Writes how it ended. Durable when this returns.</summary>
    /// <exception cref="AuditUnavailableException">It cannot be written: what was found must not be given out.</exception>
    /// <exception cref="InvalidOperationException">It was completed before.</exception>
    public Task CompleteAsync(AuditOutcome outcome, CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref completed, 1) == 0
            ? trail.CloseAsync(Id, intent, outcome, cancellationToken)
            : throw new InvalidOperationException("The audited operation is complete already.");
}
