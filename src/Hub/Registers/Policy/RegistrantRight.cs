namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>The rights of GDPR chapter III that notices speak of.</summary>
public enum RegistrantRight
{
    /// <summary>Art. 15.</summary>
    Access,

    /// <summary>Art. 16.</summary>
    Rectification,

    /// <summary>Art. 17.</summary>
    Erasure,

    /// <summary>Art. 18.</summary>
    Restriction,

    /// <summary>Art. 20.</summary>
    Portability,

    /// <summary>Art. 21.</summary>
    Objection,

    /// <summary>Art. 7(3).</summary>
    Withdrawal,

    /// <summary>Art. 77.</summary>
    Complaint,
}
