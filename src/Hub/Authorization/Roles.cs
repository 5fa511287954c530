namespace PersonalDataHub.Hub.Authorization;

/// <summary>The roles a caller can have.</summary>
public static class Roles
{
    /// <summary>The data protection officer: everything of a register.</summary>
    public const string DataProtectionOfficer = "dpo";

    /// <summary>Writes and checks connectors: sources and their health, no person.</summary>
    public const string Integrator = "integrator";

    /// <summary>An internal system that asks for named purposes.</summary>
    public const string Tool = "tool";

    public static IReadOnlyList<string> All { get; } = [DataProtectionOfficer, Integrator, Tool];
}
