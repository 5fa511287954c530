namespace PersonalDataHub.Hub.Requests;

/// <summary>How a request reached the controller. Any will do (GDPR Art. 12(2)).</summary>
public enum Channel
{
    /// <summary>A form of an online service.</summary>
    Portal,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A telephone call.</summary>
    Phone,

    /// <summary>Said or handed over on the spot.</summary>
    InPerson,

    /// <summary>A message in another electronic channel.</summary>
    Message,

    /// <summary>The controller found the need itself.</summary>
    Internal,
}
