using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Connectors.PartnerFeed.Settings;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed;

/// <summary>One row of a delivery.</summary>
/// <param name="Row">What it holds.</param>
/// <param name="Delivered">The day of the delivery.</param>
/// <param name="Observed">The day of what it tells.</param>
/// <param name="FoundBy">The positions of the identities that found it.</param>
internal sealed record FeedRow(TableRow Row, DateOnly Delivered, DateOnly Observed, IReadOnlyList<int> FoundBy)
{
    /// <summary>What the row is known by: its key, and whose it is, so that a key given to somebody else is another record.</summary>
    public static string? PairOf(TableRow row, PartnerFeedSettings settings) =>
        row[settings.Key] is { } key ? $"{key}\0{row[settings.Identities[0].Column]}" : null;

    /// <summary>What the hub knows the record by.</summary>
    public static string KeyOf(string pair) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pair)).AsSpan(0, 16));

    public override string ToString() => nameof(FeedRow);
}
