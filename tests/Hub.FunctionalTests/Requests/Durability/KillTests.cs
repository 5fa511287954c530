using PersonalDataHub.Hub.FunctionalTests.Connectors;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>The hub dies in the middle of its work, and what was asked is done once.</summary>
public sealed class KillTests
{
    private const int First = 10001;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hub_Should_BringEveryErasureToItsEndOnce_When_ItIsKilledAgainAndAgain()
    {
        // arrange
        const int Persons = 100;
        await using var ledgers = new LedgerProcess(Persons);
        ledgers.Sources.ToList().ForEach(source => source.Switch("slow-reply 200"));
        await ledgers.StartAsync();
        var sending = SendAsync(ledgers, Persons);

        // act
        foreach (var progress in (int[])[40, 160, 300])
        {
            await Patience.UntilAsync(ledgers.EffectsAsync, effects => effects >= progress);
            await ledgers.KillAsync();
            await ledgers.StartAsync();
        }

        var requests = await sending;
        await Patience.UntilAsync(() => ledgers.OpenAsync(requests), open => open == 0);
        await ledgers.KillAsync();

        // assert
        requests.Distinct().Count().ShouldBe(Persons);
        (await ledgers.EffectsAsync()).ShouldBe(Persons * 4);
        (await ledgers.SumAsync(source => source.RepeatedEffectsAsync())).ShouldBe(0);
        (await ledgers.SumAsync(source => source.WritesAsync())).ShouldBeGreaterThan(Persons * 4, "No kill fell between an effect and its answer.");
        (await ledgers.VerifyAuditAsync(Token)).BrokenAt.ShouldBeNull();
    }

    [Fact]
    public async Task Hub_Should_LeaveErasuresUnfinished_When_ItIsKilledAndRecoveryIsOff()
    {
        // arrange
        await using var ledgers = new LedgerProcess(persons: 20);
        ledgers.Sources.ToList().ForEach(source => source.Switch("slow-reply 300"));
        await ledgers.StartAsync();
        var requests = await SendAsync(ledgers, 20);
        await ledgers.KillAsync();

        // act
        await ledgers.StartAsync(recovery: false);
        var unfinished = await Record.ExceptionAsync(
            () => Patience.UntilAsync(() => ledgers.OpenAsync(requests), open => open == 0, TimeSpan.FromSeconds(3)));
        await ledgers.KillAsync();
        await ledgers.StartAsync();

        // assert
        unfinished.ShouldNotBeNull().Message.ShouldContain("did not come");
        await Patience.UntilAsync(() => ledgers.OpenAsync(requests), open => open == 0);
        (await ledgers.SumAsync(source => source.RepeatedEffectsAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Hub_Should_EndQuicklyAndGoOnAtTheNextStart_When_ItIsAskedToEnd()
    {
        // arrange
        await using var ledgers = new LedgerProcess(persons: 20);
        ledgers.Sources.ToList().ForEach(source => source.Switch("slow-reply 300"));
        await ledgers.StartAsync();
        var requests = await SendAsync(ledgers, 20);

        // act
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (exitCode, printed) = (await ledgers.Hub.StopAsync(), ledgers.Hub.Printed);
        watch.Stop();
        var left = 80 - await ledgers.EffectsAsync();
        await ledgers.StartAsync();
        await Patience.UntilAsync(() => ledgers.OpenAsync(requests), open => open == 0);

        // assert
        (exitCode, left > 0).ShouldBe((0, true));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
        (await ledgers.SumAsync(source => source.WritesAsync())).ShouldBe(80, "A call that was let to its end is not made again.");
        printed.ShouldNotContain(line => line.Contains("Holder 1", StringComparison.Ordinal) || line.Contains("+35840", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> SendAsync(LedgerProcess ledgers, int persons)
    {
        var requests = new string[persons];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, persons),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token },
            async (person, _) => requests[person] = await ledgers.InsistAsync(First + person));
        return requests;
    }
}
