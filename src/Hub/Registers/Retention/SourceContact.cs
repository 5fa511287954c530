namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>What one source tells of a person's relationship.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Missing">Why it is not known what it would tell; null when it told.</param>
/// <param name="LastContact">The day of the latest contact it knows; null for none.</param>
/// <param name="ContractInForce">Whether a contract is in force there; null when it tells nothing of contracts.</param>
/// <param name="ContractEnds">The day on which the last contract there ended or ends; null when it does not say.</param>
public sealed record SourceContact(
    string Source, string? Missing = null, DateOnly? LastContact = null, bool? ContractInForce = null, DateOnly? ContractEnds = null);
