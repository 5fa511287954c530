using System.Diagnostics;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>Looks at the sources with programs that know nothing of the hub.</summary>
public static class OutsideTools
{
    private static string Sqlite3 => RequiredTool.Find("sqlite3", "/usr/bin/sqlite3", "/usr/local/bin/sqlite3");

    /// <summary>The rows that a statement gives, as <c>sqlite3</c> prints them: values quoted, a line per row.</summary>
    public static Task<IReadOnlyList<string>> QueryAsync(string database, string sql) =>
        LinesAsync(Sqlite3, [0], "-batch", "-cmd", ".timeout 10000", "-cmd", ".mode quote", database, sql);

    /// <summary>The lines of files, packed or not, that hold a text or, with <c>-v</c>, do not.</summary>
    public static Task<IReadOnlyList<string>> ZgrepAsync(string text, IEnumerable<string> files, params string[] options) =>
        LinesAsync(RequiredTool.Find("zgrep", "/usr/bin/zgrep", "/bin/zgrep"), [0, 1], ["-h", "-a", .. options, "-F", "-e", text, "--", .. files]);

    /// <summary>Those of the files in whose bytes a text stands, whatever else stands in them.</summary>
    public static async Task<IReadOnlyList<string>> HoldingAsync(string text, params IEnumerable<string> files) =>
        await LinesAsync(RequiredTool.Find("grep", "/usr/bin/grep", "/bin/grep"), [0, 1], ["-a", "-l", "-i", "-F", "-e", text, "--", .. files.Where(File.Exists)]);

    private static async Task<IReadOnlyList<string>> LinesAsync(string program, int[] accepted, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        accepted.ShouldContain(process.ExitCode, await error);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
