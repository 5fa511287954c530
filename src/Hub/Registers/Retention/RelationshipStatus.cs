namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>How a person's relationship with the controller stands.</summary>
public enum RelationshipStatus
{
    /// <summary>It goes on.</summary>
    InForce,

    /// <summary>It has ended.</summary>
    Ended,

    /// <summary>Nobody can tell: a source did not answer, or none tells of contacts and contracts.</summary>
    NotKnown,
}
