namespace PersonalDataHub.Hub.Drift;

/// <summary>How much a finding matters.</summary>
public enum DriftSeverity
{
    /// <summary>Something is held or done that the notice does not cover, or promised and not done: fails a pipeline.</summary>
    Error,

    /// <summary>The notice or the policy says more, or less neatly, than what is: somebody looks when there is time.</summary>
    Remark,
}
