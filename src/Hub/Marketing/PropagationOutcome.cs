namespace PersonalDataHub.Hub.Marketing;

/// <summary>What became of a decision at a source.</summary>
public enum PropagationOutcome
{
    /// <summary>The source says the same already.</summary>
    Agrees,

    /// <summary>A rectification is on its way to the source.</summary>
    Propagating,

    /// <summary>The source keeps no flag of it that can be written: the hub alone obeys, and users of that source do not see it.</summary>
    HubEnforcedOnly,

    /// <summary>The source did not answer; the hub obeys meanwhile.</summary>
    NotReached,
}
