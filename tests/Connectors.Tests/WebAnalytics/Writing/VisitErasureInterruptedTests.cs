using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics.Writing;

/// <summary>What happens when an erasure is cut off, or the files change under it.</summary>
public sealed class VisitErasureInterruptedTests : IDisposable
{
    private static readonly SubjectIdentity customer = Visits.Customer("10001");
    private readonly WebSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task EraseAsync_Should_EndRight_When_RepeatedAfterACrashAtAnyStep()
    {
        for (var crash = 1; ; crash++)
        {
            // arrange: one visit over an archive, a rotated file and the live one, restricted too
            using var one = new WebSite();
            one.Append(Line("other", 0), Line("wanted", 1), Line("wanted", 2));
            one.Rotate("access.log.2");
            one.Pack("access.log.2");
            one.Append(Line("wanted", 3), Line("other", 4), Line("wanted", 5));
            one.Rotate("access.log.1");
            one.Append(Line("wanted", 6), Line("other", 7), Line("wanted", 8));
            one.Link("wanted,10001,2026-06-01T08:00:00Z,given", "other,10002,2026-06-01T08:00:00Z,given");
            var first = one.Connect();
            var targets = await first.TargetsAsync(customer);
            targets.Count.ShouldBe(2);
            await first.RestrictAsync(customer, restricted: true, targets);

            // act
            var steps = 0;
            first.Files.Stepped = _ => steps += steps + 1 == crash ? throw new TimeoutException("crash") : 1;
            var done = await SurvivesAsync(() => first.EraseAsync(customer, targets));
            File.WriteAllText(one.File(".left.hub-draft"), "wanted");
            var items = await one.Connect().EraseAsync(customer, targets);

            // assert
            items.ShouldBe([new WriteDone(), new WriteDone()], $"after step {crash}");
            (await one.Connect().TargetsAsync(customer)).ShouldBeEmpty();
            VisitWrites.Lines(one.LogFolder).Where(line => line.Contains("wanted", StringComparison.Ordinal)).ShouldBeEmpty($"after step {crash}");
            VisitWrites.Lines(one.LogFolder, "access*").Where(line => line.Trim('-').Length > 0).Order()
                .ShouldBe(new[] { 0, 4, 7 }.Select(minute => Line("other", minute).TrimEnd()), $"after step {crash}");
            if (done)
            {
                crash.ShouldBeGreaterThan(6);
                return;
            }
        }
    }

    [Fact]
    public async Task EraseAsync_Should_StillKnowTheVisit_When_CutOffBetweenTwoOfItsLines()
    {
        // arrange
        site.Append(Line("wanted", 0), Line("other", 1), Line("wanted", 2), Line("wanted", 3));
        var first = site.Connect();
        var targets = await first.TargetsAsync(Visits.Visitor("wanted"));
        first.Files.Stepped = _ => throw new TimeoutException("crash");

        // act
        (await SurvivesAsync(() => first.EraseAsync(Visits.Visitor("wanted"), targets))).ShouldBeFalse();
        var items = await site.Connect().EraseAsync(Visits.Visitor("wanted"), targets);

        // assert
        items.ShouldBe([new WriteDone()]);
        File.ReadAllLines(site.Log).Select(line => line.Trim('-')).ShouldBe(["", Line("other", 1).TrimEnd(), "", ""]);
    }

    [Fact]
    public async Task EraseAsync_Should_FindTheLinesAgain_When_TheLogIsRotatedBetweenThem()
    {
        // arrange
        site.Append(Line("wanted", 0), Line("other", 1), Line("wanted", 2));
        var connector = site.Connect();
        var targets = await connector.TargetsAsync(Visits.Visitor("wanted"));

        // act
        var rotated = false;
        connector.Files.Stepped = _ =>
        {
            if (!rotated)
            {
                rotated = true;
                site.Rename("access.log", "access.log.1");
                site.Append(Line("other", 3), Line("other", 4), Line("other", 5));
            }
        };
        var items = await connector.EraseAsync(Visits.Visitor("wanted"), targets);

        // assert
        items.ShouldBe([new WriteDone()]);
        File.ReadAllText(site.Log).ShouldBe(Line("other", 3) + Line("other", 4) + Line("other", 5));
        VisitWrites.Lines(site.LogFolder, "access.log.1").Select(line => line.Trim('-')).ShouldBe(["", Line("other", 1).TrimEnd(), ""]);
    }

    [Fact]
    public async Task EraseAsync_Should_KeepTheNewRow_When_TheSiteLinksABrowserMeanwhile()
    {
        // arrange
        site.Append(Line("other", 0));
        site.Link("wanted,10001,2026-06-01T08:00:00Z,given");
        var connector = site.Connect();
        var targets = await connector.TargetsAsync(customer);
        using var writer = new StreamWriter(new FileStream(
            site.File("visitor-links.csv"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));
        writer.AutoFlush = true;

        // act: once before the files are exchanged, once after
        var late = new Queue<string>(["drafted", "replaced"]);
        connector.Files.Stepped = step =>
        {
            if (late.TryPeek(out var next) && next == step)
            {
                late.Dequeue();
                writer.Write($"{step},10002,2026-06-01T08:00:00Z,given\n");
            }
        };
        await connector.EraseAsync(customer, targets);

        // assert
        File.ReadAllLines(site.File("visitor-links.csv"))[1..].ShouldBe(
            ["drafted,10002,2026-06-01T08:00:00Z,given", "replaced,10002,2026-06-01T08:00:00Z,given"]);
    }

    private static string Line(string visitor, int minute) => WebSite.Line(visitor, WebSite.Noon.AddMinutes(minute));

    private static async Task<bool> SurvivesAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
