namespace PersonalDataHub.Hub.Commands;

/// <summary>The hub cannot be started as configured; the message says why and what to do.</summary>
public sealed class HubStartException(string message) : Exception(message);
