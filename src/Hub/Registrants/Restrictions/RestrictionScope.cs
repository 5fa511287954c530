namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>How much a restriction covers.</summary>
public enum RestrictionScope
{
    /// <summary>Everything of the person.</summary>
    Person,

    /// <summary>One data category.</summary>
    Category,

    /// <summary>One record.</summary>
    Record,

    /// <summary>One field of one record.</summary>
    Field,
}
