using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Says why a request does not touch a source.</summary>
internal sealed class NotAskedReasons(OldValues oldValues)
{
    /// <param name="file">Everything that is held of the person.</param>
    /// <param name="source">The source that gets no task.</param>
    /// <param name="content">What is asked.</param>
    /// <param name="corrected">What is corrected, for a rectification.</param>
    public string Of(RegistrantFile file, SourceFile source, RequestContent content, IEnumerable<(SourceFile File, PlannedItem Item)> corrected) => source switch
    {
        { Source.HoldsAggregatesOnly: true } => AggregateSources.Reason,
        { Source.Descriptor: not null, Identities.Count: 0 } => $"It knows none of the identities by which this person is known.{NotAskedForIdentities(file)}",
        { Reached: false } => $"It is not named, and what it holds could not be seen: {source.Failure?.Message ?? "it did not answer."}",
        { Records.Count: 0 } => "It holds nothing of this person.",
        _ => content switch
        {
            RectificationContent => NotNamed(source, corrected),
            RestrictionLiftContent => "It keeps nothing restricted that this would free.",
            _ => "It holds nothing of this person within the scope.",
        },
    };

    private string NotNamed(SourceFile source, IEnumerable<(SourceFile File, PlannedItem Item)> corrected)
    {
        var fields = oldValues.FieldsHolding(source, oldValues.Of(corrected));
        return fields.Count == 0 ? "It holds no such value of this person."
            : source.Source.Supports(Ability.Rectification)
                ? $"It holds the same value ({string.Join(", ", fields)}) but was not named; name it too to have it corrected."
                : $"It holds the same value ({string.Join(", ", fields)}) but cannot correct by request.";
    }

    private static string NotAskedForIdentities(RegistrantFile file)
    {
        var missing = file.Sources.Where(source => !source.Reached && Asking.KnowsPersons(source.Source)).Select(source => source.Source.Id).ToList();
        return missing.Count == 0 ? string.Empty : $" Sources that may tell one were not reached: {string.Join(", ", missing)}.";
    }
}
