using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Connectors;

/// <summary>What the author's page asks of a connector, held by the one that was written from it.</summary>
public sealed class LoyaltyConnectorTests : IAsyncLifetime
{
    private const string Others = "L-9999,99999,basic,2026-01-01,,other@example.org,2026-02-02T10:00:00+02:00";

    private TestHub hub = null!;
    private LoyaltyProgramme programme = null!;

    public async ValueTask InitializeAsync()
    {
        hub = await TestHub.StartAsync((data, config, plugins) =>
        {
            programme = new LoyaltyProgramme(data, config, plugins);
            programme.Install();
            programme.Configure();
        });
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Read_Should_TouchThePersonsLinesOnly_When_TheIndexIsMade()
    {
        // arrange
        programme.Export([.. Enumerable.Repeat(Others, 20_000), Line("L-1", "gold"), "half a line", Line("L-2", "silver"), Line("L-3", "basic")]);
        var first = await ReadAsync(2);

        // act: whoever read the lines of others would now find 20 000 that cannot be read.
        programme.Scribble(Others);
        var second = await ReadAsync(2, first.NextPageToken);

        // assert
        first.Total.ShouldBe(3);
        first.Records.Select(record => record.Key).ShouldBe(["L-1", "L-2"]);
        second.Records.Select(record => record.Key).ShouldBe(["L-3"]);
        second.NextPageToken.ShouldBeNull();
        second.Gaps.ShouldBe(["1 lines of the export could not be read."]);
    }

    [Fact]
    public async Task Read_Should_FollowTheExport_When_ANewOneIsPutInItsPlace()
    {
        programme.Export(Line("L-1", "silver"));
        var before = await ReadAsync(10);

        programme.Export(Others, Line("L-1", "gold"));
        var after = await ReadAsync(10);

        before.Records.ShouldHaveSingleItem().Values[2].ShouldBe(new TextValue("silver"));
        after.Records.ShouldHaveSingleItem().Values[2].ShouldBe(new TextValue("gold"));
        after.AsOf.ShouldBe(LoyaltyProgramme.ExportedAt);
    }

    [Theory]
    [InlineData(2025, 0)]
    [InlineData(2026, 1)]
    public async Task Read_Should_FindWhatHappenedWithin_When_TheIdentityHasAValidity(int year, int expected)
    {
        programme.Export(Line("L-1", "gold"));
        var identity = new SubjectIdentity(IdentityKinds.Email, "First@example.org", null, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

        (await ReadAsync(10, null, identity)).Records.Count.ShouldBe(expected);
    }

    [Fact]
    public async Task ReadFacts_Should_TellTheLatestContact_When_ThePersonHasMemberships()
    {
        programme.ExportDemo();
        using var lease = hub.Service<CatalogHolder>().Lease();

        var call = await hub.Service<SourceInvoker>().ReadFactsAsync(
            SourceIn(lease), new FactsRequest([Customer], [FactKinds.LastContact]), TestContext.Current.CancellationToken);

        call.Value!.Facts.ShouldBe([new(FactKinds.LastContact, true, 2, new DateTimeOffset(2026, 1, 2, 9, 30, 0, TimeSpan.FromHours(2)))]);
    }

    [Fact]
    public async Task Check_Should_NameTheSetting_When_ThereIsNoExport()
    {
        using var lease = hub.Service<CatalogHolder>().Lease();

        var call = await hub.Service<SourceInvoker>().CheckAsync(SourceIn(lease), TestContext.Current.CancellationToken);

        call.Failure!.Kind.ShouldBe(FailureKind.Configuration);
        call.Failure.Message.ShouldContain("settings/file");
    }

    private static SubjectIdentity Customer => new(IdentityKinds.CustomerNumber, LoyaltyProgramme.Customer, "crm");

    private static string Line(string number, string level) =>
        $"{number},{LoyaltyProgramme.Customer},{level},2026-01-01,2026-12-31,first@example.org,2026-01-02T09:30:00+02:00";

    private static Source SourceIn(CatalogLease lease) => lease.Catalog.FindSource("telecom", "loyalty").ShouldNotBeNull();

    private async Task<ReadPage> ReadAsync(int size, string? token = null, SubjectIdentity? identity = null)
    {
        using var lease = hub.Service<CatalogHolder>().Lease();
        var request = new ReadRequest { Identities = [identity ?? Customer], RecordTypes = ["membership"], PageSize = size, PageToken = token };
        var call = await hub.Service<SourceInvoker>().ReadAsync(SourceIn(lease), request, TestContext.Current.CancellationToken);
        call.Answered.ShouldBeTrue(call.Failure?.Message);
        return call.Value;
    }
}
