using System.Text;
using PersonalDataHub.Connectors.Tests.CallRecordings;
using PersonalDataHub.Connectors.Tests.WebAnalytics;

namespace PersonalDataHub.Connectors.Tests.LogIndex;

public sealed class LineIndexTests : IDisposable
{
    private readonly CallFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task QueryAsync_Should_ReadOnlyWhatWasAppended_When_TheFileGrows()
    {
        // arrange
        folder.Append(Enumerable.Range(0, 5000).Select(i => CallFolder.Line(customer: $"{i}", uniqueId: $"{i}.1")));
        var connector = folder.Connect();
        await connector.ReadAsync(Calls.Customer("1"));
        var before = connector.BytesRead;

        // act
        folder.Append(CallFolder.Line(customer: "new"));
        var page = await connector.ReadAsync(Calls.Customer("new"));

        // assert
        page.Total.ShouldBe(1);
        (connector.BytesRead - before).ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task QueryAsync_Should_BeginAnew_When_TheFileIsReplacedByALongerOne()
    {
        folder.Append(CallFolder.Line(customer: "old", uniqueId: "1.1"));
        var connector = folder.Connect();
        (await connector.ReadAsync(Calls.Customer("old"))).Total.ShouldBe(1);

        File.WriteAllText(folder.Master, string.Concat(
            CallFolder.Line(customer: "a", start: "2026-07-01 10:00:00"), CallFolder.Line(customer: "b", start: "2026-07-01 11:00:00")));

        (await connector.ReadAsync(Calls.Customer("old"))).Total.ShouldBe(0);
        (await connector.ReadAsync(Calls.Customer("b"))).Total.ShouldBe(1);
    }

    [Fact]
    public async Task QueryAsync_Should_BeginAnew_When_LinesAreCutOutOfTheMiddle()
    {
        // arrange
        string[] lines = [.. Enumerable.Range(0, 60).Select(i => CallFolder.Line(customer: $"c{i:00}", uniqueId: $"{i}.1"))];
        folder.Append(lines);
        var connector = folder.Connect();
        await connector.ReadAsync(Calls.Customer("c59"));

        // act: an erasure by hand, then the log goes on
        File.WriteAllText(folder.Master, string.Concat(lines.Where((_, i) => i != 30)));
        folder.Append(CallFolder.Line(customer: "c60"), CallFolder.Line(customer: "c61"));

        // assert
        (await connector.ReadAsync(Calls.Customer("c30"))).Total.ShouldBe(0);
        (await connector.ReadAsync(Calls.Customer("c59"))).Total.ShouldBe(1);
        (await connector.ReadAsync(Calls.Customer("c61"))).Total.ShouldBe(1);
    }

    [Fact]
    public async Task QueryAsync_Should_NotGiveAnothersLine_When_ALineIsOverwrittenInPlace()
    {
        // arrange
        folder.Append(Enumerable.Range(0, 30).Select(i => CallFolder.Line(customer: $"c{i:00}", uniqueId: $"{i}.1")));
        var connector = folder.Connect();
        await connector.ReadAsync(Calls.Customer("c15"));

        // act: same length, so only the line itself can tell
        File.WriteAllText(folder.Master, File.ReadAllText(folder.Master).Replace("\"c15\"", "\"x15\"", StringComparison.Ordinal));

        // assert
        (await connector.ReadAsync(Calls.Customer("c15"))).Total.ShouldBe(0);
        (await connector.ReadAsync(Calls.Customer("x15"))).Total.ShouldBe(1);
    }

    [Fact]
    public async Task QueryAsync_Should_BuildTheIndexAnew_When_ItIsBroken()
    {
        // arrange
        folder.Append(CallFolder.Line(customer: "1"));
        var first = folder.Connect();
        await first.ReadAsync(Calls.Customer("1"));
        first.Dispose();

        // act
        foreach (var file in Directory.GetFiles(folder.WorkDirectory, "*.db*"))
        {
            File.WriteAllText(file, "this is no database, but long enough to be taken for the beginning of one");
        }

        // assert
        (await folder.Connect().ReadAsync(Calls.Customer("1"))).Total.ShouldBe(1);
    }

    [Fact]
    public async Task QueryAsync_Should_IndexEveryLineOnce_When_TwoInstancesShareTheWorkDirectory()
    {
        // arrange: a replacement without restart, the old one still answering
        folder.Append(Enumerable.Range(0, 2000).Select(i => CallFolder.Line(customer: "1", uniqueId: $"{i}.1")));
        var connectors = new[] { folder.Connect(), folder.Connect() };

        // act
        var totals = await Task.WhenAll(connectors.SelectMany(connector => Enumerable.Range(0, 4).Select(
            async _ => (await connector.ReadAsync(Calls.Customer("1"))).Total)));

        // assert
        totals.ShouldAllBe(total => total == 2000);
    }

    [Fact]
    public async Task QueryAsync_Should_LeaveNoPersonalDataInTheClear_When_TheIndexIsBuilt()
    {
        // arrange
        using var site = new WebSite();
        site.Append(WebSite.Line("visitor-in-the-clear", WebSite.Noon, "/path-in-the-clear"));
        site.Rename("access.log", "access.log.2");
        site.Pack("access.log.2");
        site.Link("visitor-in-the-clear,customer-in-the-clear,2026-06-01T09:00:00Z,given");
        folder.Append(CallFolder.Line(customer: "customer-in-the-clear", source: "0400000099"));

        // act
        (await site.Connect().VisitsAsync(Visits.Customer("customer-in-the-clear"))).Total.ShouldBe(1);
        (await folder.Connect().ReadAsync(Calls.Customer("customer-in-the-clear"))).Total.ShouldBe(1);

        // assert
        var files = Directory.GetFiles(site.WorkDirectory).Concat(Directory.GetFiles(folder.WorkDirectory)).ToList();
        files.Count.ShouldBeGreaterThan(3);
        foreach (var content in files.Select(ReadShared))
        {
            content.Contains("in-the-clear", StringComparison.Ordinal).ShouldBeFalse();
            content.Contains("400000099", StringComparison.Ordinal).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task QueryAsync_Should_KeepTheKeyToItself_When_TheSystemHasFileModes()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
        }

        folder.Append(CallFolder.Line(customer: "1"));

        await folder.Connect().ReadAsync(Calls.Customer("1"));

        File.GetUnixFileMode(Path.Combine(folder.WorkDirectory, "index.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
