namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>A file no longer holds what was indexed of it: it was replaced, edited or rotated in between.</summary>
internal sealed class StaleLineException(long file) : Exception("A file changed while it was read.")
{
    public long File { get; } = file;
}
