namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>A stored value does not belong where it was found, or was changed.</summary>
public sealed class CiphertextRefusedException(Guid registrant, string field)
    : Exception($"The stored {field} of registrant {registrant} does not open: it was moved from another row or field, "
        + "or damaged. Restore it from a backup.");
