using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Profiling;

/// <summary>What a register's notice lets profiles be used for (GDPR Art. 4(4), 5(1)(b)).</summary>
internal static class ProfilingRule
{
    /// <summary>Whether a purpose is one of profiling.</summary>
    public static bool IsProfiling(Register register, Purpose purpose) =>
        purpose.Nature == PurposeNature.Profiling || register.Pack.Profiling.Purposes.Contains(purpose.Id);

    /// <summary>Why a profile may not be made or used for a purpose; null when it may.</summary>
    public static PurposeRefusal? Refuse(Register register, Purpose purpose)
    {
        var rules = register.Pack.Profiling;
        return !rules.Declared
                ? new(ProfilingRefusals.NotDeclared, "The register's notice does not declare profiling, so there is none: declare it in the notice and the policy first.")
            : !rules.Purposes.Contains(purpose.Id)
                ? new(
                    ProfilingRefusals.BeyondPurpose,
                    $"A profile is used for {string.Join(", ", rules.Purposes)} only, never for '{purpose.Id}'.")
            : null;
    }
}
