using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>Pages of a list that stays the same while the files behind it do.</summary>
internal static class PagePosition
{
    /// <summary>Cuts the page out of all records.</summary>
    /// <param name="records">All records, in an order that stays.</param>
    /// <param name="request">Which page.</param>
    /// <param name="state">What changes with the files.</param>
    /// <param name="asOf">The moment the records are true of.</param>
    /// <param name="gaps">What could not be read.</param>
    /// <exception cref="SourceException">The files changed between two pages, or the token is none of ours.</exception>
    public static ReadPage Cut(
        IReadOnlyList<PersonalRecord> records, ReadRequest request, string state, DateTimeOffset asOf, IReadOnlyList<string> gaps)
    {
        var start = StartOf(request.PageToken, state);
        var end = Math.Min(records.Count, start + request.PageSize);
        return new()
        {
            Records = [.. records.Skip(start).Take(request.PageSize)],
            NextPageToken = end < records.Count ? string.Create(CultureInfo.InvariantCulture, $"{end}.{state}") : null,
            Total = records.Count,
            AsOf = asOf,
            Gaps = gaps,
        };
    }

    private static int StartOf(string? token, string state)
    {
        if (token is null)
        {
            return 0;
        }

        var dot = token.IndexOf('.');
        return dot < 0 || !int.TryParse(token.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? throw new SourceException(FailureKind.System, "The page token is not one that this source gave.")
            : token[(dot + 1)..] == state ? start
            : throw new SourceException(FailureKind.Transient, "The files were changed between two pages; begin with the first page again.");
    }
}
