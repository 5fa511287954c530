using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics;

public sealed class RotationTests : IDisposable
{
    private readonly WebSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task ReadAsync_Should_ReadOnlyWhatThePersonHas_When_TheLogIsLarge()
    {
        // arrange: 100,000 lines, ten of them the person's
        site.Append(Enumerable.Range(0, 100_000).Select(i =>
            WebSite.Line(i % 10_000 == 0 ? "wanted" : $"v{i % 5000}", WebSite.Noon.AddSeconds(i))));
        var size = new FileInfo(site.Log).Length;
        var connector = site.Connect();
        await connector.CheckAsync(new(), TestContext.Current.CancellationToken);
        var built = connector.BytesRead;

        // act
        var page = await connector.VisitsAsync(Visits.Visitor("wanted"));

        // assert
        page.Total.ShouldBe(10);
        built.ShouldBeLessThan(size + 10_000);
        (connector.BytesRead - built).ShouldBeLessThan(size / 1000);
    }

    [Fact]
    public async Task ReadAsync_Should_ReadNothingTwice_When_TheLogIsRotatedAndPacked()
    {
        // arrange
        var connector = site.Connect();
        await AppendDayAsync(connector, 1);
        var first = new FileInfo(site.Log).Length;

        // act: what logrotate does with delaycompress
        site.Rename("access.log", "access.log.1");
        File.WriteAllText(site.Log, "");
        var beforeRename = connector.BytesRead;
        var renamed = await connector.VisitsAsync(Visits.Visitor("wanted"));
        var renaming = connector.BytesRead - beforeRename;
        await AppendDayAsync(connector, 2);
        site.Rename("access.log.1", "access.log.2");
        site.Pack("access.log.2");
        site.Rename("access.log", "access.log.1");
        await AppendDayAsync(connector, 3);
        var beforePacked = connector.BytesRead;
        var packed = await connector.VisitsAsync(Visits.Visitor("wanted"));

        // assert
        renaming.ShouldBeLessThan(first / 50);
        renamed.Total.ShouldBe(1);
        packed.Total.ShouldBe(3);
        (connector.BytesRead - beforePacked).ShouldBeLessThan(first / 50);
    }

    [Fact]
    public async Task ReadAsync_Should_KeepTheKeys_When_TheLogIsRotatedPackedAndTheIndexLost()
    {
        // arrange
        var connector = site.Connect();
        await AppendDayAsync(connector, 1);
        var before = (await connector.VisitsAsync(Visits.Visitor("wanted"))).Records.Single().Key;
        connector.Dispose();

        // act
        site.Rename("access.log", "access.log-20260602");
        site.Pack("access.log-20260602");
        Directory.Delete(site.WorkDirectory, recursive: true);
        var after = (await site.Connect().VisitsAsync(Visits.Visitor("wanted"))).Records.Single().Key;

        // assert
        after.ShouldBe(before);
        before.ShouldNotContain("wanted");
    }

    [Fact]
    public async Task ReadAsync_Should_NotCountTwice_When_CopytruncateIsBetweenItsSteps()
    {
        // arrange
        var connector = site.Connect();
        await AppendDayAsync(connector, 1);

        // act
        File.Copy(site.Log, site.File("access.log.1"));
        var between = await connector.VisitsAsync(Visits.Visitor("wanted"));
        File.WriteAllText(site.Log, "");
        var after = await connector.VisitsAsync(Visits.Visitor("wanted"));

        // assert
        between.Records.Single().Values[2].ShouldBe(new IntegerValue(1));
        after.Records.Single().Values[2].ShouldBe(new IntegerValue(1));
    }

    [Fact]
    public async Task ReadAsync_Should_PreferTheOriginal_When_GzipIsStillPacking()
    {
        site.Append(WebSite.Line("wanted", WebSite.Noon));
        site.Rename("access.log", "access.log.2");
        File.WriteAllBytes(site.File("access.log.2.gz"), [0x1f, 0x8b, 8]);

        var page = await site.Connect().VisitsAsync(Visits.Visitor("wanted"));

        page.Total.ShouldBe(1);
        page.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_Should_SayThatAnArchiveIsBroken_When_ItEndsTooEarly()
    {
        // arrange
        site.Append(Enumerable.Range(0, 20_000).Select(i => WebSite.Line("wanted", WebSite.Noon.AddSeconds(i), $"/{i * 7919}")));
        site.Rename("access.log", "access.log.2");
        site.Pack("access.log.2");
        var whole = File.ReadAllBytes(site.File("access.log.2.gz"));
        File.WriteAllBytes(site.File("access.log.2.gz"), whole[..(whole.Length / 2)]);

        // act
        var page = await site.Connect().VisitsAsync(Visits.Visitor("wanted"));

        // assert
        page.Gaps.ShouldContain("access.log.2.gz could not be read to its end.");
        page.Total.ShouldBe(1);
    }

    private async Task AppendDayAsync(Connectors.WebAnalytics.WebAnalyticsConnector connector, int day)
    {
        site.Append(Enumerable.Range(0, 3000).Select(i =>
            WebSite.Line(i == 1500 ? "wanted" : $"v{i}", WebSite.Noon.AddDays(day).AddSeconds(i))));
        (await connector.VisitsAsync(Visits.Visitor("wanted"))).Total.ShouldBe(day);
    }
}
