namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>The version of this contract. A plugin's manifest names the version it was built for.</summary>
/// <remarks>
/// The hub loads a plugin whose major version equals <see cref="Major"/> and whose minor version is at most
/// <see cref="Minor"/>; any other plugin is quarantined with that reason.
/// </remarks>
public static class ContractVersion
{
    /// <summary>Raised when a connector must be changed to compile or to mean the same.</summary>
    public const int Major = 1;

    /// <summary>Raised when something was added that older connectors may ignore.</summary>
    public const int Minor = 2;
}
