using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Makes the lines of an access log findable by visitor id.</summary>
internal sealed class AccessLogReader : ILineReader
{
    public const string VisitorKey = "visitor";

    /// <summary>Finds what stands in the place of erased lines, so that it can be left out when its file is next rewritten.</summary>
    public const string FillerKey = "filler";

    /// <summary>No cookie of ours is longer; what is comes from somebody who plays with the site.</summary>
    private const int LongestVisitorId = 256;

    public string Fingerprint => "2";

    public bool TryRead(ReadOnlySpan<byte> line, ICollection<LineKey> keys, out DateTimeOffset at)
    {
        at = DateTimeOffset.UnixEpoch;
        if (FillerLine.IsOne(line))
        {
            keys.Add(new(FillerKey, ""));
            return true;
        }

        if (AccessLineParser.Parse(line) is not { } access)
        {
            return false;
        }

        at = access.At;
        if (access.VisitorId is { Length: <= LongestVisitorId } visitor)
        {
            keys.Add(new(VisitorKey, visitor));
        }

        return true;
    }
}
