using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>What people may decide about.</summary>
public static class PermissionPurposes
{
    /// <summary>Stands in place of a purpose: putting data together through the register's own identifier.</summary>
    public const string Combination = "combination";

    /// <summary>Whether a person may allow or forbid data for a purpose; what belongs to customer work may not be forbidden.</summary>
    public static bool IsDecidable(Register register, Purpose purpose) =>
        purpose.Id != register.Pack.Marketing.ServiceMessages
        && (register.Pack.Marketing.Purposes.Contains(purpose.Id)
            || register.Pack.Marketing.Publication == purpose.Id
            || register.Pack.Profiling.Purposes.Contains(purpose.Id)
            || purpose.Default is PurposeDefault.OptIn or PurposeDefault.OptOut
            || RestsOnConsent(register, purpose));

    /// <summary>
    /// The channel that a decision is about; null where the purpose contacts nobody. A profile or a list is not made channel by
    /// channel: who forbids it, in whatever channel that is written down, forbids it.
    /// </summary>
    public static string? ChannelOf(Register register, string purpose, string? channel) =>
        register.FindPurpose(purpose)?.Nature is PurposeNature.Profiling or PurposeNature.AdTargeting or PurposeNature.Publication ? null : channel;

    /// <summary>Whether a purpose has no other legal basis than consent: when that is withdrawn, the purpose ends.</summary>
    public static bool RestsOnConsentOnly(Register register, Purpose purpose) =>
        purpose.Bases.Count > 0 && purpose.Bases.All(basis => register.Pack.FindBasis(basis)?.Kind == BasisKind.Consent);

    private static bool RestsOnConsent(Register register, Purpose purpose) =>
        purpose.Bases.Any(basis => register.Pack.FindBasis(basis)?.Kind == BasisKind.Consent);
}
