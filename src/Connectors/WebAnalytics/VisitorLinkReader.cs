using System.Globalization;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Makes the rows of the link file findable by customer number and by visitor id.</summary>
internal sealed class VisitorLinkReader : ILineReader
{
    public const string CustomerKey = "customer";
    public const string VisitorKey = "visitor";

    private static ReadOnlySpan<byte> Header => "visitor_id,customer_id,linked_at,consent"u8;

    public string Fingerprint => "2";

    /// <summary>The row; null when it is malformed.</summary>
    public static VisitorLink? Read(ReadOnlySpan<byte> line) =>
        CsvLine.Split(line) is { Count: 4 or 5 } row
        && row[0] is { Length: > 0 } visitor && row[1] is { Length: > 0 } customer && row[3] is { Length: > 0 } consent
        && DateTimeOffset.TryParse(
            row[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var linkedAt)
            ? new(visitor, customer, linkedAt, consent, row.Count == 5 && row[4].Length > 0 ? row[4] : null)
            : null;

    public bool TryRead(ReadOnlySpan<byte> line, ICollection<LineKey> keys, out DateTimeOffset at)
    {
        at = default;
        if (line.IndexOf(Header) >= 0)
        {
            // A byte order mark may stand before it, and the reason of the link after it.
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
