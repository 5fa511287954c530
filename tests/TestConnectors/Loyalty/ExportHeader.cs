using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Loyalty;

/// <summary>The export's first line: which column fills which field.</summary>
internal sealed class ExportHeader
{
    private readonly Dictionary<string, int> positions;
    private readonly int width;
    private readonly char separator;

    /// <exception cref="SourceException">A column is missing.</exception>
    public ExportHeader(string? line, LoyaltySettings settings)
    {
        var columns = CsvLine.Split(line ?? string.Empty, settings.Separator)?.ToList() ?? [];
        var missing = settings.Columns.Values.Where(column => !columns.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            throw new SourceException(
                FailureKind.Configuration,
                $"The export's first line lacks the columns {string.Join(", ", missing)}; name them under settings/columns or mend settings/separator.");
        }

        positions = settings.Columns.ToDictionary(column => column.Key, column => columns.IndexOf(column.Value));
        width = columns.Count;
        separator = settings.Separator;
    }

    /// <summary>The membership on a line; null when the line cannot be read.</summary>
    public Membership? Parse(string line)
    {
        if (CsvLine.Split(line, separator) is not { } values || values.Count != width)
        {
            return null;
        }

        string? Text(string field) => values[positions[field]].Trim() is { Length: > 0 } text ? text : null;

        var unreadable = false;
        DateOnly? Date(string field)
        {
            var read = DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
            unreadable |= !read && Text(field) is not null;
            return read ? date : null;
        }

        DateTimeOffset? Moment(string field)
        {
            string[] formats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
            var read = DateTimeOffset.TryParseExact(Text(field), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
            unreadable |= !read && Text(field) is not null;
            return read ? moment : null;
        }

        return Text("number") is not { } number ? null : new Membership
        {
            Number = number,
            Customer = Text("customer"),
            Level = Text("level"),
            ValidFrom = Date("validFrom"),
            ValidTo = Date("validTo"),
            Email = Text("email"),
            StoredAt = Moment("storedAt"),
            HasUnreadableTime = unreadable,
        };
    }
}
