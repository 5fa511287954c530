using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>Where a page of lines ended: lines that are added later do not shift the next page.</summary>
internal readonly record struct PageMark(long Seconds, long Tag)
{
    public static string After(LineHit line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.At.ToUnixTimeSeconds()}.{line.Tag}");

    /// <summary>The mark of a page token; null for the first page.</summary>
    /// <exception cref="SourceException">The token is none of ours.</exception>
    public static PageMark? Parse(string? token)
    {
        if (token is null)
        {
            return null;
        }

        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(token.AsSpan(0, dot), CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(token.AsSpan(dot + 1), CultureInfo.InvariantCulture, out var tag)
            ? new(seconds, tag)
            : throw new SourceException(FailureKind.System, "The page token is not one that this source gave.");
    }

    public bool IsBefore(LineHit line) =>
        (Seconds, Tag).CompareTo((line.At.ToUnixTimeSeconds(), line.Tag)) < 0;
}
