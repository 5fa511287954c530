using System.Security.Cryptography;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>What the sources hold of everybody but one person: every row, line and file.</summary>
internal sealed class OthersData
{
    private readonly DemoSystems systems;
    private readonly string customer;
    private readonly string visitor;
    private readonly HashSet<string> calls;
    private readonly HashSet<string> recordings;

    private OthersData(DemoSystems systems, string customer, string visitor, IEnumerable<string[]> calls)
    {
        (this.systems, this.customer, this.visitor) = (systems, customer, visitor);
        this.calls = [.. calls.Select(CallId)];
        recordings = [.. calls.Select(call => call[^2]).Where(path => path.Length > 0)];
    }

    /// <summary>The person's own recordings, by path below the folder.</summary>
    public IReadOnlyList<string> OwnRecordings => [.. recordings];

    /// <summary>Learns which data is the person's, as long as the sources still tell.</summary>
    /// <param name="systems">The systems.</param>
    /// <param name="customer">The person's customer number.</param>
    /// <param name="callTime">When the person called without telling it, as the exchange writes it.</param>
    public static OthersData OfAllBut(DemoSystems systems, string customer, string callTime = "none")
    {
        var links = File.ReadLines(Path.Combine(systems.WebLogs, "visitor-links.csv")).Select(line => line.Split(','));
        return new(
            systems,
            customer,
            links.SingleOrDefault(columns => columns[1] == customer)?[0] ?? "nobody",
            CallLines(systems).Where(call => call[1] == customer || call.Contains(callTime)));
    }

    /// <summary>Everything of the others as it is now, an entry per row, line and file.</summary>
    public async Task<IReadOnlyList<string>> NowAsync() =>
    [
        .. await RowsAsync(systems.Crm, _ => $"customer_id <> '{customer}'"),
        .. await RowsAsync(systems.Billing, table => table == "invoice_row"
            ? $"invoice_id not in (select invoice_id from invoice join account using (account_id) where customer_id = '{customer}')"
            : $"account_id not in (select account_id from account where customer_id = '{customer}')"),
        .. CallLines(systems).Where(call => !calls.Contains(CallId(call))).Select(call => string.Join('"', call)),
        .. Directory.GetFiles(systems.Recordings, "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(file => !recordings.Contains(Path.GetRelativePath(systems.Recordings, file)))
            .Select(file => $"{file}: {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
        .. await VisitsAsync(),
    ];

    // The fields stand in quotes: every other part is a field.
    private static IEnumerable<string[]> CallLines(DemoSystems systems) =>
        File.ReadLines(systems.CallDetailRecords).Select(line => line.Split('"'));

    private static string CallId(string[] call) => call[^4];

    private static async Task<IReadOnlyList<string>> RowsAsync(string database, Func<string, string> others)
    {
        var tables = await OutsideTools.QueryAsync(database, "select name from sqlite_master where type = 'table' order by name");
        var statements = tables.Select(name => name.Trim('\'')).Select(table => $"select '{table}', * from {table} where {others(table)} order by 2, 3;");
        return await OutsideTools.QueryAsync(database, string.Concat(statements));
    }

    private async Task<IReadOnlyList<string>> VisitsAsync()
    {
        var files = Directory.GetFiles(systems.WebLogs, "access.log*").Order(StringComparer.Ordinal);
        var lines = await OutsideTools.ZgrepAsync(visitor, [.. files, Path.Combine(systems.WebLogs, "visitor-links.csv")], "-v");

        // In the file that the server writes, dashes stand for what was erased.
        return [.. lines.Where(line => line.Trim('-').Length > 0)];
    }
}
