using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>What came of making a source from its file and its plugin.</summary>
/// <param name="Runtime">The source at work; null when there are mistakes.</param>
/// <param name="Mistakes">What is wrong.</param>
/// <param name="SettingsAtFault">True when whoever edits the source's file can mend it; false when the plugin has to be looked at.</param>
internal sealed record Activation(SourceRuntime? Runtime, IReadOnlyList<ConfigurationMistake> Mistakes, bool SettingsAtFault = false);
