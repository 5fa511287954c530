namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What silence means in a channel (Act 917/2014 ch. 24).</summary>
public enum MarketingRegime
{
    /// <summary>Silence means no.</summary>
    OptIn,

    /// <summary>Silence means yes.</summary>
    OptOut,
}
