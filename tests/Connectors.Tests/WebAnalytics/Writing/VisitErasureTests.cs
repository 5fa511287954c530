using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics.Writing;

public sealed class VisitErasureTests : IDisposable
{
    private static readonly SubjectIdentity wanted = Visits.Visitor("wanted");
    private static readonly SubjectIdentity customer = Visits.Customer("10001");
    private readonly WebSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task EraseAsync_Should_FillTheLines_When_TheServerStillWritesTheFile()
    {
        // arrange
        site.Append(Line("other", 0), Line("wanted", 1), "not a line\n", Line("wanted", 2), Line("other", 3));
        var connector = site.Connect();
        var length = new FileInfo(site.Log).Length;

        // act
        var items = await connector.EraseAsync(wanted, await connector.TargetsAsync(wanted));

        // assert
        items.ShouldBe([new WriteDone()]);
        var lines = File.ReadAllLines(site.Log);
        lines.Select(line => line.Trim('-')).ShouldBe([Line("other", 0).TrimEnd(), "", "not a line", "", Line("other", 3).TrimEnd()]);
        new FileInfo(site.Log).Length.ShouldBe(length);
        var page = await connector.VisitsAsync(wanted);
        (page.Total, page.Gaps.Single()).ShouldBe((0, "1 line of access.log could not be read."));
    }

    [Fact]
    public async Task EraseAsync_Should_TakeOutTheLines_When_TheServerHasLeftTheFile()
    {
        // arrange
        site.Append(Line("other", 0), Line("wanted", 1), Line("other", 2).Replace("\n", "\r\n", StringComparison.Ordinal), Line("wanted", 3));
        site.Rotate("access.log.1");
        site.Append(Line("other", 4));
        var (age, mode) = (File.GetLastWriteTimeUtc(site.File("access.log.1")), SetMode("access.log.1"));
        var connector = site.Connect();

        // act
        await connector.EraseAsync(wanted, await connector.TargetsAsync(wanted));

        // assert
        File.ReadAllText(site.File("access.log.1")).ShouldBe(Line("other", 0) + Line("other", 2).Replace("\n", "\r\n", StringComparison.Ordinal));
        (File.GetLastWriteTimeUtc(site.File("access.log.1")), Mode("access.log.1")).ShouldBe((age, mode));
        File.ReadAllText(site.Log).ShouldBe(Line("other", 4));
        Indexed().ShouldBe(3);
    }

    [Fact]
    public async Task EraseAsync_Should_OnlyFillTheLines_When_TheRotatedFileMayStillBeWritten()
    {
        // arrange: between logrotate's rename and its signal
        site.Append(Line("wanted", 0), Line("other", 1));
        site.Rename("access.log", "access.log.1");
        using var server = new StreamWriter(new FileStream(site.File("access.log.1"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
        File.WriteAllText(site.Log, "");
        var connector = site.Connect();

        // act
        await connector.EraseAsync(wanted, await connector.TargetsAsync(wanted));
        server.Write(Line("other", 2));
        server.Flush();

        // assert
        File.ReadAllLines(site.File("access.log.1"))[1..].ShouldBe([Line("other", 1).TrimEnd(), Line("other", 2).TrimEnd()]);
        (await connector.VisitsAsync(wanted)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task EraseAsync_Should_RewriteTheArchive_When_TheVisitIsPacked()
    {
        // arrange
        site.Append(Line("other", 0), Line("wanted", 1), Line("other", 2));
        site.Rotate("access.log.2");
        site.Pack("access.log.2");
        site.Append(Line("other", 3));
        var mode = SetMode("access.log.2.gz");
        var connector = site.Connect();

        // act
        await connector.EraseAsync(wanted, await connector.TargetsAsync(wanted));

        // assert
        VisitWrites.Lines(site.LogFolder, "*.gz").ShouldBe([Line("other", 0).TrimEnd(), Line("other", 2).TrimEnd()]);
        Mode("access.log.2.gz").ShouldBe(mode);
        (await connector.VisitsAsync(wanted)).Records.ShouldBeEmpty();
        Indexed().ShouldBe(3);
    }

    [Fact]
    public async Task EraseAsync_Should_SweepWhatEarlierErasuresFilled_When_TheirFilesWereRotated()
    {
        // arrange
        var connector = site.Connect();
        foreach (var name in (string[])["access.log.2", "access.log.1"])
        {
            site.Append(Line("wanted", 0), Line("other", 1));
            await connector.EraseAsync(wanted, await connector.TargetsAsync(wanted));
            site.Rotate(name);
        }

        site.Pack("access.log.2");
        site.Append(Line("other", 2));

        // act
        await connector.EraseAsync(wanted);

        // assert
        VisitWrites.Lines(site.LogFolder, "access*").ShouldBe(new[] { 2, 1, 1 }.Select(minute => Line("other", minute).TrimEnd()));
    }

    [Fact]
    public async Task EraseAsync_Should_TakeOutEveryRowOfTheLink_When_ItWasRenewed()
    {
        // arrange
        string[] others = ["other,10002,2026-06-01T09:00:00Z,given", "wanted,10003,2026-06-01T09:00:00Z,refused"];
        site.Link(
            "wanted,10001,2026-06-01T08:00:00Z,given", others[0], "wanted,10001,2026-06-01T09:00:00Z,refused",
            others[1], "wanted,10001,2026-06-01T10:00:00Z,given");
        site.Append(Line("wanted", 0));
        var connector = site.Connect();

        // act
        var items = await connector.EraseAsync(customer, await connector.TargetsAsync(customer));

        // assert
        items.ShouldBe([new WriteDone(), new WriteDone()]);
        File.ReadAllLines(site.File("visitor-links.csv")).ShouldBe(["visitor_id,customer_id,linked_at,consent", .. others]);
        (await connector.LinksAsync(wanted, customer)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task EraseAsync_Should_KeepTheLink_When_ItKeepsVisitsFromAnotherCustomer()
    {
        // arrange: one browser, two customers
        site.Link("wanted,10001,2026-06-01T08:00:00Z,given", "wanted,10002,2026-06-01T12:00:00Z,given");
        site.Append(Line("wanted", 0), Line("wanted", 600));
        var connector = site.Connect();
        var targets = await connector.TargetsAsync(customer);

        // act
        var preview = await connector.PreviewAsync(customer, targets[0]);
        var alone = await connector.EraseAsync(customer, targets[0]);
        var together = await connector.EraseAsync(customer, targets);

        // assert
        alone.ShouldHaveSingleItem().ShouldBeOfType<WriteRetained>().ShouldBe(preview.Single());
        together.ShouldBe([new WriteDone(), new WriteDone()]);
        (await connector.VisitsAsync(Visits.Customer("10002"))).Total.ShouldBe(1);
        File.ReadAllText(site.File("visitor-links.csv")).ShouldNotContain("10001");
    }

    [Fact]
    public async Task EraseAsync_Should_AnswerPerTarget_When_SomeAreNotThePersons()
    {
        // arrange
        site.Append(Line("other", 0), Line("wanted", 1));
        var connector = site.Connect();
        var before = File.ReadAllText(site.Log);
        var theirs = (await connector.TargetsAsync(Visits.Visitor("other"))).Single();
        var mine = (await connector.TargetsAsync(wanted)).Single();
        IReadOnlyList<RecordTarget> targets = [theirs, mine with { Field = "browser" }, new("contact", "1")];

        // act
        var preview = await connector.PreviewAsync(wanted, targets);
        var items = await connector.EraseAsync(wanted, targets);

        // assert
        items.Select(item => item.GetType()).ShouldBe([typeof(WriteNotHeld), typeof(WriteUnsupported), typeof(WriteNotHeld)]);
        preview.ShouldBe(items);
        File.ReadAllText(site.Log).ShouldBe(before);
    }

    [Fact]
    public async Task EraseAsync_Should_TryLater_When_AFileIsBeingPacked()
    {
        // arrange
        site.Append(Line("wanted", 0));
        site.Rotate("access.log.2");
        File.WriteAllBytes(site.File("access.log.2.gz"), [0x1f, 0x8b, 8]);
        site.Append(Line("other", 1));
        var connector = site.Connect();
        var targets = await connector.TargetsAsync(wanted);

        // act
        var busy = await Should.ThrowAsync<SourceException>(() => connector.EraseAsync(wanted, targets));
        site.Pack("access.log.2");
        var items = await connector.EraseAsync(wanted, targets);

        // assert
        busy.Kind.ShouldBe(FailureKind.Transient);
        items.ShouldBe([new WriteDone()]);
        VisitWrites.Lines(site.LogFolder, "access*").ShouldBe([Line("other", 1).TrimEnd()]);
    }

    [Fact]
    public async Task EraseAsync_Should_NameTheArchive_When_ItCannotBeWrittenAnew()
    {
        // arrange
        site.Append(Enumerable.Range(0, 20_000).Select(i => WebSite.Line("wanted", WebSite.Noon.AddSeconds(i), $"/{i * 7919}")));
        site.Rotate("access.log.2");
        site.Pack("access.log.2");
        var whole = File.ReadAllBytes(site.File("access.log.2.gz"));
        File.WriteAllBytes(site.File("access.log.2.gz"), whole[..(whole.Length / 2)]);
        var connector = site.Connect();

        // act
        var failure = await Should.ThrowAsync<SourceException>(async () => await connector.EraseAsync(wanted, await connector.TargetsAsync(wanted)));

        // assert
        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("access.log.2.gz");
        File.ReadAllBytes(site.File("access.log.2.gz")).Length.ShouldBe(whole.Length / 2);
    }

    private static string Line(string visitor, int minute) => WebSite.Line(visitor, WebSite.Noon.AddMinutes(minute));

    private UnixFileMode? Mode(string name) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(site.File(name));

    private UnixFileMode? SetMode(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(site.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        return Mode(name);
    }

    /// <summary>How many entries the index of the log holds, whoever they are of.</summary>
    private long Indexed()
    {
        using var connection = new SqliteConnection(
            $"Data Source={Directory.GetFiles(site.WorkDirectory, "visits-*.db").Single()};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM entry";
        return (long)command.ExecuteScalar()!;
    }
}
