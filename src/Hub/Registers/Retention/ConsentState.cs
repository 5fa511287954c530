namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>How a person's consent to one purpose stands.</summary>
public enum ConsentState
{
    /// <summary>Whether it was given or taken back is not known.</summary>
    NotKnown,

    /// <summary>It was given and stands, in one channel at least.</summary>
    Given,

    /// <summary>It was taken back or refused: from that day on it is no basis.</summary>
    Ended,

    /// <summary>The person has said nothing of it, so it never was a basis (GDPR Art. 4(11): silence is no consent).</summary>
    NeverGiven,
}
