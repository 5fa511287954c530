namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>How fine data may be that goes to a recipient.</summary>
public enum Granularity
{
    /// <summary>Data of single persons.</summary>
    Person,

    /// <summary>Segments only: groups in which nobody is told apart.</summary>
    Segment,
}
