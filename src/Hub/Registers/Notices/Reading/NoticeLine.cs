namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>One line of a notice without the marks of its format.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Text">Its words.</param>
/// <param name="Mark">What the format says of it.</param>
/// <param name="Level">The level of a heading; 0 otherwise.</param>
internal sealed record NoticeLine(int Number, string Text, LineMark Mark, int Level = 0)
{
    /// <summary>How many characters at its beginning are bold; they may be a heading within the line.</summary>
    public int Bold { get; init; }
}
