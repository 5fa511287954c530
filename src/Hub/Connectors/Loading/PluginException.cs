namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>A plugin that cannot be used; the message tells the operator why.</summary>
internal sealed class PluginException(string message) : Exception(message);
