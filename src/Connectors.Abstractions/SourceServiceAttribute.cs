namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Marks a class of a plugin that the connector wants by its constructor.</summary>
/// <remarks>
/// The hub makes one instance per source, registered as itself and as its interfaces, and disposes it after the
/// source's last request.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SourceServiceAttribute : Attribute;
