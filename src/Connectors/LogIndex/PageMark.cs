using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>Where a page of lines ended: lines that are added later do not shift the next page.</summary>
/// <param name="Rank">The place of the record type among those of a page.</param>
/// <param name="Seconds">Unix time of the last record's line.</param>
/// <param name="Tag">The last record's line.</param>
internal readonly record struct PageMark(int Rank, long Seconds, long Tag)
{
    public static PageMark Of(LineHit line, int rank = 0) => new(rank, line.At.ToUnixTimeSeconds(), line.Tag);

    /// <summary>The mark of a page token; null for the first page.</summary>
    /// <exception cref="SourceException">The token is none of ours.</exception>
    public static PageMark? Parse(string? token)
    {
        if (token is null)
        {
            return null;
        }

        var parts = token.Split('.');
        return parts.Length == 3
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var rank)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var tag)
            ? new(rank, seconds, tag)
            : throw new SourceException(FailureKind.System, "The page token is not one that this source gave.");
    }

    public bool IsBefore(PageMark other) =>
        (Rank, Seconds, Tag).CompareTo((other.Rank, other.Seconds, other.Tag)) < 0;

    public string ToToken() => string.Create(CultureInfo.InvariantCulture, $"{Rank}.{Seconds}.{Tag}");
}
