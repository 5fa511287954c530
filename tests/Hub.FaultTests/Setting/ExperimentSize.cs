namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>How much an experiment does.</summary>
public enum ExperimentSize
{
    /// <summary>Enough to find a defect, small enough for every change: about a minute.</summary>
    Ci,

    /// <summary>For releases.</summary>
    Long,
}
