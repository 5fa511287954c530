using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Who may do what in this room.</summary>
internal static class MarketingAccess
{
    /// <exception cref="RegistrantQueryException">The caller may not handle people of the register.</exception>
    public static Register RegisterOf(ConnectorCatalog catalog, string register, Caller caller) =>
        caller.Role is Roles.DataProtectionOfficer or Roles.Tool && caller.CanSee(register) && catalog.FindRegister(register) is { } found
            ? found
            : throw new RegistrantQueryException("UNKNOWN_REGISTER", "There is no register of this id that you may see.");

    /// <exception cref="RegistrantQueryException">The caller is no data protection officer of the register.</exception>
    public static Register OfficersRegisterOf(ConnectorCatalog catalog, string register, Caller caller) =>
        caller.Role == Roles.DataProtectionOfficer
            ? RegisterOf(catalog, register, caller)
            : throw new RegistrantQueryException("FORBIDDEN", "Only a data protection officer decides this.");
}
