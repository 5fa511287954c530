namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>What stands in a log in the place of an erased line until the file is next rewritten: dashes only.</summary>
internal static class FillerLine
{
    public static byte[] Of(int length)
    {
        var line = new byte[length];
        line.AsSpan().Fill((byte)'-');
        return line;
    }

    public static bool IsOne(ReadOnlySpan<byte> line) => !line.IsEmpty && line.IndexOfAnyExcept((byte)'-') < 0;
}
