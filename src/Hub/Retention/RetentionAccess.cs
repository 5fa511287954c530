using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Who may do what about retention: the same as about requests.</summary>
internal static class RetentionAccess
{
    /// <summary>Who acts where nobody in particular does: the register's own policy.</summary>
    public static Caller Hub { get; } = new() { Name = "hub", Role = Roles.DataProtectionOfficer, Registers = [Caller.EveryRegister] };

    /// <exception cref="RequestException">There is no such register that the caller may see, or the role touches no person.</exception>
    public static Register RegisterOf(ConnectorCatalog catalog, string register, Caller caller) => RequestAccess.RegisterOf(catalog, register, caller);

    /// <exception cref="RequestException">The caller is no data protection officer.</exception>
    public static void DemandOfficer(Caller caller) => RequestAccess.DemandOfficer(caller);

    /// <summary>The purpose under which the hub itself acts in a register: one that serves rights, else one that may see everything.</summary>
    public static string PurposeOf(Register register) =>
        (register.Purposes.FirstOrDefault(purpose => purpose.RestrictedUse == RestrictedUse.Rights)
            ?? register.Purposes.FirstOrDefault(purpose => purpose.Categories is null)
            ?? register.Purposes[0]).Id;
}
