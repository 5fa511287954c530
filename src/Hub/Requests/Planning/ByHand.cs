using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>What a plan tells of abilities behind which a person stands.</summary>
internal static class ByHand
{
    /// <summary>
    /// Why it will take a person; null when the source does it by itself. The source is asked all the same, so that it
    /// sends or tells its instruction when the task runs.
    /// </summary>
    public static string? ReasonFor(Source source, Ability ability, string recordType) =>
        source.Describe(ability, recordType) is { Mode: AbilityMode.Manual }
            ? "A person does it there; the task tells how and waits for them."
            : null;
}
