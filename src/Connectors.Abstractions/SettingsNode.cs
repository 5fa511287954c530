using System.Text.Json.Serialization;

namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A piece of a source's settings as written in its configuration file.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SettingsText), "text")]
[JsonDerivedType(typeof(SettingsList), "list")]
[JsonDerivedType(typeof(SettingsMap), "map")]
public abstract record SettingsNode
{
    private protected SettingsNode()
    {
    }
}

/// <summary>A single value, as text; secrets are already put in place.</summary>
/// <param name="Value">The text as written, without quotes.</param>
public sealed record SettingsText(string Value) : SettingsNode;

/// <summary>A list of settings, in the order written.</summary>
/// <param name="Items">The items.</param>
public sealed record SettingsList(IReadOnlyList<SettingsNode> Items) : SettingsNode;

/// <summary>Named settings. Names are case-sensitive and keep the order written.</summary>
/// <param name="Entries">The settings by name.</param>
public sealed record SettingsMap(IReadOnlyDictionary<string, SettingsNode> Entries) : SettingsNode;
