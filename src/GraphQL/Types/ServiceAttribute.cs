namespace PersonalDataHub.GraphQL.Types;

/// <summary>Injects a service of the request into a resolver's parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
