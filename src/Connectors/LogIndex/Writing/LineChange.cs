namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>A line to be changed.</summary>
/// <param name="Line">Where the index found it.</param>
/// <param name="Old">The line as it stands, without its end.</param>
/// <param name="New">The line that takes its place; null removes it.</param>
internal sealed record LineChange(LineHit Line, byte[] Old, byte[]? New)
{
    public override string ToString() => nameof(LineChange);
}
