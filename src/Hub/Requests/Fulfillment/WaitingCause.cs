namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What a task waits for.</summary>
public enum WaitingCause
{
    /// <summary>The source does not answer; it is tried again by itself.</summary>
    SourceDown,

    /// <summary>The source's own delay; read back afterwards.</summary>
    SourceDelay,

    /// <summary>Somebody does it by hand and completes it.</summary>
    Person,

    /// <summary>The recipient of what was handed over first confirms receipt; then the hub goes on by itself.</summary>
    Recipient,

    /// <summary>What would be done differs from what was approved; the plan needs approval anew.</summary>
    Approval,

    /// <summary>What keeps the rest is lifted; the hub looks at intervals and then goes on by itself.</summary>
    Blocker,
}
