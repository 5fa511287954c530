using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Makes the lines of an access log findable by visitor id.</summary>
internal sealed class AccessLogReader : ILineReader
{
    public const string VisitorKey = "visitor";

    /// <summary>No cookie of ours is longer; what is comes from somebody who plays with the site.</summary>
    private const int LongestVisitorId = 256;

    public string Fingerprint => "1";

    public bool TryRead(ReadOnlySpan<byte> line, ICollection<LineKey> keys, out DateTimeOffset at)
    {
        at = default;
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
