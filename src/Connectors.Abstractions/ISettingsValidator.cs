namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Checks a source's settings before a connector is made from them.</summary>
/// <remarks>A plugin has at most one; it has a constructor without parameters. All mistakes are reported at once.</remarks>
public interface ISettingsValidator
{
    /// <summary>Lists every mistake in the settings; empty when a connector can be made from them.</summary>
    IReadOnlyList<SettingsMistake> Validate(SourceSettings settings);
}
