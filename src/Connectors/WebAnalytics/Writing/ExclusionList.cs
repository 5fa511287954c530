using System.Globalization;
using System.Text;
using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.WebAnalytics.Writing;

/// <summary>The file of restricted visits and links, beside the logs: whoever evaluates the logs leaves out what it names.</summary>
/// <remarks>Visitor ids stand in it as they do in the logs, because that is what an evaluation compares; no other account may read it.</remarks>
internal sealed class ExclusionList(string path, DurableFiles files)
{
    private const string Header = "visitor_id,customer_id,from,until,restricted_at,task\n";

    public IReadOnlyList<Exclusion> Read() => [.. Lines().Select(Parse).OfType<Exclusion>()];

    public IReadOnlySet<string> Keys() => Read().Select(exclusion => exclusion.Key).ToHashSet(StringComparer.Ordinal);

    public void Add(IEnumerable<Exclusion> exclusions) => Write([.. Read(), .. exclusions]);

    /// <summary>Removes the rows of these records.</summary>
    public void Remove(IReadOnlySet<string> keys)
    {
        var all = Read();
        var kept = all.Where(exclusion => !keys.Contains(exclusion.Key)).ToList();
        if (kept.Count < all.Count)
        {
            Write(kept);
        }
    }

    private static string Format(Exclusion exclusion) => string.Join(
        ',',
        Encoding.UTF8.GetString(CsvLine.Quote(exclusion.VisitorId)),
        exclusion.CustomerNumber is { } customer ? Encoding.UTF8.GetString(CsvLine.Quote(customer)) : "",
        Instant(exclusion.From),
        Instant(exclusion.Until),
        Instant(exclusion.RestrictedAt),
        exclusion.Task) + "\n";

    private static string Instant(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    private static Exclusion? Parse(string line) =>
        CsvLine.Split(Encoding.UTF8.GetBytes(line)) is [{ Length: > 0 } visitor, var customer, var from, var until, var at, var task]
        && Guid.TryParse(task, out var id)
        && Parsed(at) is { } restrictedAt
        && (customer.Length > 0 || Parsed(from) is not null)
            ? new(visitor, customer.Length > 0 ? customer : null, Parsed(from), Parsed(until), restrictedAt, id)
            : null;

    private static DateTimeOffset? Parsed(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private IReadOnlyList<string> Lines()
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private void Write(IReadOnlyList<Exclusion> exclusions) => files.Replace(
        path,
        keepTime: false,
        draft => draft.Write(Encoding.UTF8.GetBytes(Header + string.Concat(exclusions.Select(Format)))),
        () => true);
}
