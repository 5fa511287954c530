using System.Globalization;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Makes the rows of the link file findable by customer number and by visitor id.</summary>
internal sealed class VisitorLinkReader : ILineReader
{
    public const string CustomerKey = "customer";
    public const string VisitorKey = "visitor";

    private static ReadOnlySpan<byte> Header => "visitor_id,customer_id,linked_at,consent"u8;

    public string Fingerprint => "1";

    /// <summary>The row; null when it is malformed.</summary>
    public static VisitorLink? Read(ReadOnlySpan<byte> line) =>
        CsvLine.Split(line) is [{ Length: > 0 } visitor, { Length: > 0 } customer, var written, { Length: > 0 } consent]
        && DateTimeOffset.TryParse(
            written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var linkedAt)
            ? new(visitor, customer, linkedAt, consent)
            : null;

    public bool TryRead(ReadOnlySpan<byte> line, ICollection<LineKey> keys, out DateTimeOffset at)
    {
        at = default;
        if (line.EndsWith(Header))
        {
            // A byte order mark may stand before it.
            return true;
        }

        if (Read(line) is not { } link)
        {
            return false;
        }

        at = link.LinkedAt;
        keys.Add(new(CustomerKey, link.CustomerNumber));
        keys.Add(new(VisitorKey, link.VisitorId));
        return true;
    }
}
