namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>How a sweep stands.</summary>
public enum SweepStatus
{
    /// <summary>It looks for what is due, or stores the plans; one that a crash cut short goes on at the next start.</summary>
    Running,

    /// <summary>It has ended.</summary>
    Done,

    /// <summary>More is due than it goes on with by itself: a person looks and confirms the number.</summary>
    Stopped,

    /// <summary>It could not go on; the next one begins anew and costs only what is left.</summary>
    Failed,
}
