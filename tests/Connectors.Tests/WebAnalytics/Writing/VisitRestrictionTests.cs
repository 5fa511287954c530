using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics.Writing;

public sealed class VisitRestrictionTests : IDisposable
{
    private static readonly SubjectIdentity customer = Visits.Customer("10001");
    private readonly WebSite site = new();

    public VisitRestrictionTests()
    {
        site.Append(Line("a,b", 0), Line("a,b", 300), Line("other", 301));
        site.Link("\"a,b\",10001,2026-06-01T08:00:00Z,given");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task RestrictAsync_Should_ListTheVisitAndLeaveTheLines_When_Set()
    {
        // arrange
        var connector = site.Connect();
        var before = File.ReadAllText(site.Log);
        var targets = await connector.TargetsAsync(customer);

        // act
        var items = await connector.RestrictAsync(customer, restricted: true, targets[0], targets[1]);
        await connector.RestrictAsync(customer, restricted: true, targets[1]);

        // assert
        items.ShouldBe([new WriteDone(), new WriteDone()]);
        (await connector.VisitsAsync(customer)).Records.Select(visit => visit.Restricted).ShouldBe([true, false]);
        (await connector.LinksAsync(customer)).Records.Single().Restricted.ShouldBeTrue();
        File.ReadAllLines(site.File("excluded-visits.csv"))[1..].Order(StringComparer.Ordinal).Select(line => line[..^58]).ShouldBe(
            ["\"a,b\",\"10001\",,", "\"a,b\",,2026-06-01T09:00:00Z,2026-06-01T09:30:00Z"]);
        File.ReadAllText(site.Log).ShouldBe(before);
    }

    [Fact]
    public async Task RestrictAsync_Should_TakeItOffTheList_When_Lifted()
    {
        // arrange
        var connector = site.Connect();
        var targets = await connector.TargetsAsync(customer);
        await connector.RestrictAsync(customer, restricted: true, targets);

        // act
        await connector.RestrictAsync(customer, restricted: false, targets[1]);
        await connector.RestrictAsync(customer, restricted: false, targets[1]);

        // assert
        (await connector.VisitsAsync(customer)).Records.Select(visit => visit.Restricted).ShouldBe([false, true]);
    }

    [Fact]
    public async Task RestrictAsync_Should_KeepTheListToTheHub_When_TheSystemHasFileModes()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var connector = site.Connect();

        await connector.RestrictAsync(customer, restricted: true, await connector.TargetsAsync(customer));

        File.GetUnixFileMode(site.File("excluded-visits.csv")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task RestrictAsync_Should_AnswerPerTarget_When_SomeCannotBeRestricted()
    {
        var connector = site.Connect();
        var theirs = (await connector.TargetsAsync(Visits.Visitor("other"))).Single();
        var mine = (await connector.TargetsAsync(customer))[1];

        var items = await connector.RestrictAsync(customer, restricted: true, theirs, mine with { Field = "browser" }, VisitWrites.Visit("unknown"));

        items.Select(item => item.GetType()).ShouldBe([typeof(WriteNotHeld), typeof(WriteUnsupported), typeof(WriteNotHeld)]);
        File.Exists(site.File("excluded-visits.csv")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("drafted")]
    [InlineData("replaced")]
    public async Task RestrictAsync_Should_EndRight_When_RepeatedAfterACrash(string step)
    {
        // arrange
        var connector = site.Connect();
        var targets = await connector.TargetsAsync(customer);
        connector.Files.Stepped = done => _ = done == step ? throw new TimeoutException("crash") : done;

        // act
        await Should.ThrowAsync<TimeoutException>(() => connector.RestrictAsync(customer, restricted: true, targets));
        var items = await site.Connect().RestrictAsync(customer, restricted: true, targets);

        // assert
        items.ShouldAllBe(item => item == new WriteDone());
        File.ReadAllLines(site.File("excluded-visits.csv")).Length.ShouldBe(1 + targets.Count);
    }

    private static string Line(string visitor, int minute) => WebSite.Line(visitor, WebSite.Noon.AddMinutes(minute));
}
