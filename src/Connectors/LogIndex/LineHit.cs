namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>A line that the index found, not yet read.</summary>
/// <param name="File">The index's number of the file.</param>
/// <param name="Offset">Where the line starts: in the file, or for an archive in the index's own copy.</param>
/// <param name="Length">Bytes of the line without its end.</param>
/// <param name="At">The line's moment, in whole seconds.</param>
/// <param name="Tag">A keyed hash of the line, so that a line which is no longer there is noticed.</param>
/// <param name="Owner">The keyed hash of <see cref="LineKey.Owner"/>; null when the line is attributed to nobody.</param>
internal readonly record struct LineHit(
    long File, long Offset, int Length, DateTimeOffset At, long Tag, UInt128? Owner);
