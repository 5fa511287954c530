using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class ConcurrencyTests
{
    private readonly Gates gates = new();
    private readonly TestTimeProvider clock = new();

    [Fact]
    public async Task Execute_Should_WaitInLine_When_AllPlacesAreTaken()
    {
        await using var host = await StartAsync(places: 1);
        var first = host.WholeAsync("""{ person(id: "1") { slow } }""");
        await gates.AskedAsync("slow1");

        var second = host.WholeAsync("""{ person(id: "2") { slow } }""");
        gates.WasAsked("slow2").ShouldBeFalse();
        gates.Open("slow1");
        gates.Open("slow2");

        (await first).ShouldBe("""{"data":{"person":{"slow":"slow1"}}}""");
        (await second).ShouldBe("""{"data":{"person":{"slow":"slow2"}}}""");
    }

    [Fact]
    public async Task Execute_Should_RunSideBySide_When_ThereArePlaces()
    {
        await using var host = await StartAsync(places: 2);
        var both = Task.WhenAll(host.WholeAsync("""{ person(id: "1") { slow } }"""), host.WholeAsync("""{ person(id: "2") { slow } }"""));

        await Task.WhenAll(gates.AskedAsync("slow1"), gates.AskedAsync("slow2"));
        gates.Open("slow1");
        gates.Open("slow2");

        await both;
    }

    [Fact]
    public async Task Execute_Should_LeaveTheLine_When_CallerLeavesOrTimeIsUp()
    {
        await using var host = await StartAsync(places: 1);
        await using var scope = host.Services.CreateAsyncScope();
        using var leaving = new CancellationTokenSource();
        var first = host.WholeAsync("""{ person(id: "1") { deaf } }""");
        await gates.AskedAsync("deaf1");
        var second = host.OpenAsync(scope, """{ person(id: "2") { slow } }""", cancellationToken: leaving.Token).AsTask();
        var third = host.WholeAsync("""{ person(id: "3") { slow } }""");

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        clock.Advance(TimeSpan.FromSeconds(31));

        (await first).ShouldContain("EXECUTION_TIMEOUT");
        (await third).ShouldContain("EXECUTION_TIMEOUT");
        gates.WasAsked("slow2").ShouldBeFalse();
        (await host.WholeAsync("""{ person(id: "4") { id } }""")).ShouldBe("""{"data":{"person":{"id":"4"}}}""");
        gates.Open("deaf1");
    }

    [Fact]
    public async Task Execute_Should_KeepThePlace_When_PartsAreStillToCome()
    {
        await using var host = await StartAsync(places: 1);
        await using var scope = host.Services.CreateAsyncScope();
        var stream = await host.OpenAsync(scope, """{ person(id: "1") { id ... @defer { slow } } }""");

        var second = host.WholeAsync("""{ person(id: "2") { id } }""");
        second.IsCompleted.ShouldBeFalse();
        await stream.DisposeAsync();

        (await second).ShouldBe("""{"data":{"person":{"id":"2"}}}""");
    }

    [Fact]
    public async Task Execute_Should_FinishEachFieldOfMutationBeforeTheNext()
    {
        await using var host = await StartAsync();
        var execution = host.WholeAsync("""mutation { a: change(id: "1") { slow inner { slower } } b: change(id: "2") { id } }""");

        await Task.WhenAll(gates.AskedAsync("slow1"), gates.AskedAsync("slower1i"));
        gates.Open("slow1");
        gates.Open("slower1i");
        await execution;

        gates.Log.ShouldContain("change1");
        gates.Log.Last().ShouldBe("change2");
    }

    [Fact]
    public async Task Execute_Should_NotGoOnWithMutation_When_TimeIsUp()
    {
        await using var host = await StartAsync();
        var execution = host.WholeAsync("""mutation { a: change(id: "1") { deaf } b: change(id: "2") { id } }""");
        await gates.AskedAsync("deaf1");

        clock.Advance(TimeSpan.FromSeconds(31));
        gates.Open("deaf1");

        (await execution).ShouldContain("EXECUTION_TIMEOUT");
        await host.StopAsync();
        gates.Log.ShouldNotContain("change2");
    }

    [Theory]
    [InlineData("strict1s", "slow1", "strict")]
    [InlineData("slow1", "strict1s", "slow strict")]
    public async Task Execute_Should_TellNoErrorsBelowWhatBecameNullBefore(string first, string second, string told)
    {
        await using var host = await StartAsync();
        gates.Break(first);
        var execution = host.WholeAsync("""{ person(id: "1") { slow strictInner { strict } } }""");
        await gates.AskedAsync(second);
        gates.Break(second);

        var result = JsonElement.Parse(await execution);

        result.GetProperty("data").GetRawText().ShouldBe("""{"person":null}""");
        string.Join(' ', result.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").EnumerateArray().Last().GetString())).ShouldBe(told);
    }

    private Task<GraphQLHost> StartAsync(int places = 64) => GraphQLHost.StartAsync(b =>
    {
        b.Services.AddSingleton(gates).AddSingleton<TimeProvider>(clock);
        b.AddType(typeof(GatedQueries)).AddType(typeof(GatedMutations)).ModifyOptions(o => o.MaximumConcurrentExecutions = places);
    });
}
