using System.Text;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>Looks for what is told of people where it must not stand: in what hubs print and in every file they keep.</summary>
internal static class LeakScan
{
    public static async Task<IReadOnlyList<string>> FindAsync(World world)
    {
        var marker = world.People.Marker;
        var leaks = new List<string>();
        foreach (var node in world.Nodes)
        {
            leaks.AddRange(node.Printed.Where(line => line.Contains(marker, StringComparison.OrdinalIgnoreCase)).Select(_ => "A hub printed it."));
            foreach (var file in Directory.GetFiles(node.Settings.DataDirectory, "*", SearchOption.AllDirectories))
            {
                if (Holds(await File.ReadAllBytesAsync(file), marker))
                {
                    leaks.Add($"{Path.GetFileName(file)} holds it.");
                }
            }
        }

        if (world.Store.Server is not null)
        {
            leaks.AddRange(await InTablesAsync(world.Store, marker));
        }

        return leaks;
    }

    /// <summary>Whether bytes hold a text in one of the ways in which programs write it.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes, string text) =>
        bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0
        || bytes.IndexOf(Encoding.UTF8.GetBytes(text.ToLowerInvariant())) >= 0;

    // A server's files may be of another account: its tables are read as text instead, bytes in their escaped form too.
    private static async Task<IReadOnlyList<string>> InTablesAsync(HubStore store, string marker)
    {
        var tables = await store.QueryAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", row => row.GetString(0));
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(marker));
        var leaks = new List<string>();
        foreach (var table in tables)
        {
            var rows = await store.QueryAsync(
                $"SELECT count(*) FROM \"{table}\" AS held WHERE held::text ILIKE '%{marker}%' OR held::text LIKE '%{hex}%'", row => row.GetInt64(0));
            leaks.AddRange(rows.Where(count => count > 0).Select(_ => $"The table {table} holds it."));
        }

        return leaks;
    }
}
