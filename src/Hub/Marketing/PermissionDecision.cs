namespace PersonalDataHub.Hub.Marketing;

/// <summary>What a person decided.</summary>
public enum PermissionDecision
{
    /// <summary>Permission, or consent (GDPR Art. 4(11)).</summary>
    Given,

    /// <summary>Prohibition, or objection (Art. 21).</summary>
    Refused,

    /// <summary>A permission is taken back; what was done under it before stays lawful (Art. 7(3)).</summary>
    Withdrawn,
}
