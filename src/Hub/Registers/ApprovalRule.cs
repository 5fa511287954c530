namespace PersonalDataHub.Hub.Registers;

/// <summary>Who looks at a plan before it runs.</summary>
public enum ApprovalRule
{
    /// <summary>Nobody: it runs at once.</summary>
    None,

    /// <summary>A data protection officer, also the one who entered the request.</summary>
    Required,

    /// <summary>
    /// Another data protection officer than the one who entered the request. Where the controller is one person
    /// (<see cref="Register.IsOnePerson"/>) that person approves alone, and the request and the audit trail say so.
    /// </summary>
    FourEyes,
}
