namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Whether data may be used for a purpose when the person has said nothing.</summary>
public enum PurposeDefault
{
    /// <summary>It may, on its basis.</summary>
    On,

    /// <summary>It may until the person forbids it.</summary>
    OptOut,

    /// <summary>It may not until the person allows it.</summary>
    OptIn,

    /// <summary>It may not; the controller has to turn it on first.</summary>
    Off,
}
