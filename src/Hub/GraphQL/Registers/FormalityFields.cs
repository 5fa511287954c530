using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>Writes periods as text.</summary>
[ObjectType<Formality>]
public static class FormalityFields
{
    /// <summary>Within how long, ISO 8601, where the notice promises less than the law's month.</summary>
    public static string? GetWithin([Parent] Formality rule) => rule.Within?.ToString();
}
