namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What a retention rule is: what must be kept, what must go, what the controller has decided.</summary>
public enum RetentionStrength
{
    /// <summary>The controller's own: gives way to both others.</summary>
    Policy,

    /// <summary>Law: kept at least so long.</summary>
    Minimum,

    /// <summary>Law: kept at most so long.</summary>
    Maximum,
}
