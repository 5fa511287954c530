namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>How a person's consent to one purpose stands, and why that is not known.</summary>
/// <param name="State">How it stands.</param>
/// <param name="EndedOn">The day on which it was taken back or refused; null otherwise.</param>
/// <param name="Missing">Why it is not known; null when it is.</param>
public sealed record ConsentStanding(ConsentState State, DateOnly? EndedOn = null, string? Missing = null)
{
    /// <summary>Where nobody was asked.</summary>
    public static ConsentStanding NotAsked { get; } = new(ConsentState.NotKnown, Missing: "nobody was asked for the person's decisions");
}
