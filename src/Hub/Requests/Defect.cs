namespace PersonalDataHub.Hub.Requests;

/// <summary>What is wrong with a value (GDPR Art. 5(1)(d), 16).</summary>
public enum Defect
{
    /// <summary>It was never right.</summary>
    Wrong,

    /// <summary>It was right once.</summary>
    Outdated,

    /// <summary>A part is missing.</summary>
    Incomplete,

    /// <summary>It is not needed for the purpose.</summary>
    Unnecessary,
}
