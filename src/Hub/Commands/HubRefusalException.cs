namespace PersonalDataHub.Hub.Commands;

/// <summary>The hub refused what a command asked; the message is the hub's.</summary>
public sealed class HubRefusalException(string message) : Exception(message);
