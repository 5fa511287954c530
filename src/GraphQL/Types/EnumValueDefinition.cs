namespace PersonalDataHub.GraphQL.Types;

/// <summary>One value of an enum.</summary>
/// <param name="Value">The .NET value that stands for it.</param>
/// <param name="DeprecationReason">Why not to use it any more; null when current.</param>
public sealed record EnumValueDefinition(string Name, object Value, string? Description = null, string? DeprecationReason = null);
