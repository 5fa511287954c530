using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>What a source says is not believed until reading it back shows it.</summary>
public sealed class LyingSourceTests
{
    [Fact]
    public async Task RequestErasure_Should_BeGivenUpAndTriedAgain_When_TheSourceSaysDoneAndStillHolds()
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync();
        hub.Archive.Switch("lies");

        // act
        var request = await hub.Desk.RequestErasureAsync("10001");
        var givenUp = await hub.Desk.UntilStatusAsync(request, "NEEDS_PERSON");
        var held = await hub.Archive.AccountsAsync();
        hub.Archive.Switch();
        await hub.Desk.RetryAsync(givenUp.TaskAt("archive"));
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        givenUp.TaskAt("archive").Text("state").ShouldBe("DEAD_LETTER");
        givenUp.TaskAt("archive").Text("failure")!.ShouldContain("reading it back shows otherwise");
        givenUp.OutcomesAt("archive").ShouldBe(["FAILED"]);
        done.OutcomesAt("archive").ShouldBe(["VERIFIED"]);
        (held, await hub.Archive.AccountsAsync()).ShouldBe((6, 4));
    }

    [Fact]
    public async Task SkipTask_Should_EndTheRequestWithTheGround_When_TheTaskWasGivenUp()
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync();
        hub.Archive.Switch("lies");
        var request = await hub.Desk.RequestErasureAsync("10001");
        var givenUp = await hub.Desk.UntilStatusAsync(request, "NEEDS_PERSON");

        // act
        await hub.Desk.SkipAsync(givenUp.TaskAt("archive"), "The archive is taken out of use this month.");
        var ended = await hub.Desk.UntilAsync(request, now => now.Text("endedAt") is not null);

        // assert
        ended.TaskAt("archive").Text("state").ShouldBe("FINAL");
        ended.OutcomesAt("archive").ShouldBe(["REFUSED"]);
        ended.TaskAt("archive").Texts("items", "reason").ShouldAllBe(reason => reason == "The archive is taken out of use this month.");
        (await hub.Archive.AccountsAsync()).ShouldBe(6);
    }

    [Fact]
    public async Task RequestErasure_Should_HaveOneEffect_When_TheAnswersAreLost()
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync();
        hub.Ledger.Switch("lost-reply 2");

        // act
        var request = await hub.Desk.RequestErasureAsync("10001");
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        done.OutcomesAt("ledger").ShouldBe(["VERIFIED"]);
        (await hub.Ledger.EffectsAsync()).ShouldBe(2);
        (await hub.Ledger.RepeatedEffectsAsync()).ShouldBe(0);
        (await hub.Ledger.WritesAsync()).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task RequestRectification_Should_AskAPerson_When_TheSourceHoldsSomethingElse()
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync();
        var names = await NamesAsync(hub);
        hub.Ledger.Switch("conflict");

        // act
        var request = await hub.Desk.RequestRectificationAsync(names.Registrant, names.Values, "Virta");
        var asked = await hub.Desk.UntilStatusAsync(request, "NEEDS_PERSON");

        // assert
        asked.OutcomesAt("ledger").ShouldBe(["CONFLICT"]);
        asked.TaskAt("ledger").Text("waitingCause").ShouldBe("PERSON");
        asked.TaskAt("ledger").Text("instruction")!.ShouldContain("holds something else than was decided on");
        (await hub.Ledger.EffectsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task RequestErasure_Should_BeOneRequest_When_ItIsDeliveredSeveralTimesAtOnce(int times)
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync();

        // act
        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => hub.Desk.RequestErasureAsync("10002")));
        await hub.Desk.UntilStatusAsync(answers[0], "DONE");

        // assert
        answers.Select(answer => answer.Text("id")).Distinct().ShouldHaveSingleItem();
        (await hub.Ledger.EffectsAsync()).ShouldBe(2);
        (await hub.Archive.RepeatedEffectsAsync()).ShouldBe(0);
    }

    private static async Task<(string Registrant, IReadOnlyList<System.Text.Json.JsonElement> Values)> NamesAsync(LedgerHub hub)
    {
        var found = await hub.Desk.FindAsync("10001", "registrant { id profile { familyName { held { ref tag source { id } } } } }");
        return (found.Text("registrant.id")!, [.. found.Items("registrant.profile.familyName.held").Where(held => held.Text("source.id") == "ledger")]);
    }
}
