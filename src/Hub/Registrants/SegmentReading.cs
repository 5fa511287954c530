namespace PersonalDataHub.Hub.Registrants;

/// <summary>The first records of a segment.</summary>
/// <param name="Places">The records read, in the source's order.</param>
/// <param name="More">Whether the source has more of them.</param>
internal sealed record SegmentReading(IReadOnlyList<RecordPlace> Places, bool More)
{
    public static SegmentReading Nothing { get; } = new([], false);
}
