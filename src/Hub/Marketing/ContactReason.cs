namespace PersonalDataHub.Hub.Marketing;

/// <summary>Why a person may or may not be contacted.</summary>
public enum ContactReason
{
    /// <summary>A message of the service, which no marketing prohibition stops.</summary>
    ServiceMessage,

    /// <summary>The person has given permission.</summary>
    Given,

    /// <summary>The person has said nothing, and silence means yes here.</summary>
    SilenceAllows,

    /// <summary>The person has said nothing, and silence means no here.</summary>
    SilenceForbids,

    /// <summary>The person has forbidden it.</summary>
    Refused,

    /// <summary>The person has taken the permission back.</summary>
    Withdrawn,

    /// <summary>The data is restricted (GDPR Art. 18).</summary>
    Restricted,

    /// <summary>The controller has not turned the purpose on.</summary>
    PurposeOff,

    /// <summary>It is none of the register's purposes of marketing.</summary>
    NotAPurpose,

    /// <summary>It is none of the register's channels.</summary>
    NotAChannel,
}
