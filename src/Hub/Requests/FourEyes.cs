namespace PersonalDataHub.Hub.Requests;

/// <summary>How the rule was kept that somebody else approves a request than who entered it.</summary>
public enum FourEyes
{
    /// <summary>Two people: one entered it, another approved it.</summary>
    Kept,

    /// <summary>One person did both, because the controller is one person; said openly rather than taken for two.</summary>
    OnePerson,
}
