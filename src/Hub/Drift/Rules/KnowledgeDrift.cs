namespace PersonalDataHub.Hub.Drift.Rules;

/// <summary>Sources of which nothing is known: without them a comparison may be silent for the wrong reason.</summary>
internal sealed class KnowledgeDrift : IDriftRule
{
    public IEnumerable<DriftFinding> Find(DriftSubject subject) => subject.Sources
        .Where(source => source.Descriptor is null)
        .Select(source => new DriftFinding(
            DriftKind.SourceNotKnown,
            source.Id,
            $"What the source '{source.Id}' holds has never been told, so it could not be compared{(source.Reason is { } reason ? $": {reason}" : ".")} "
                + "Until it works, what no source holds or delivers is not reported.")
        {
            Place = DriftPlace.InSource(source.Id),
        });
}
