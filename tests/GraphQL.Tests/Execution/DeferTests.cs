using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class DeferTests
{
    private const string TwoFragments = """{ person(id: "1") { id ... @defer(label: "a") { slow } ... @defer(label: "b") { slower } } }""";
    private readonly Gates gates = new();
    private readonly TestTimeProvider clock = new();

    [Fact]
    public async Task Execute_Should_SendEachPartWhenItIsReady()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        await using var stream = await host.OpenAsync(scope, TwoFragments);
        await using var parts = stream.ReadAllAsync(default).GetAsyncEnumerator();

        (await NextAsync(parts)).ShouldBe("""{"data":{"person":{"id":"1"}},"pending":[{"id":"0","path":["person"],"label":"a"},{"id":"1","path":["person"],"label":"b"}],"hasNext":true}""");
        gates.Open("slower1");
        (await NextAsync(parts)).ShouldBe("""{"incremental":[{"id":"1","data":{"slower":"slower1"}}],"completed":[{"id":"1"}],"hasNext":true}""");
        gates.Open("slow1");
        (await NextAsync(parts)).ShouldBe("""{"incremental":[{"id":"0","data":{"slow":"slow1"}}],"completed":[{"id":"0"}],"hasNext":false}""");
        (await parts.MoveNextAsync()).ShouldBeFalse();
        stream.IsIncremental.ShouldBeTrue();
    }

    [Fact]
    public async Task Execute_Should_StartDeferredWorkAtOnce_When_TheRestStillWaits()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();

        var opening = host.OpenAsync(scope, """{ person(id: "1") { slow ... @defer { slower inner { slow } } } }""").AsTask();
        await Task.WhenAll(gates.AskedAsync("slower1"), gates.AskedAsync("slow1i"));
        opening.IsCompleted.ShouldBeFalse();
        gates.Open("slow1");

        await using var stream = await opening;
    }

    [Fact]
    public async Task Execute_Should_TellFailureOfFragment_When_NullIsHandedOn()
    {
        await using var host = await StartAsync();
        gates.Break("strict1");
        gates.Open("slow1");

        var parts = await host.PartsAsync("""{ person(id: "1") { id ... @defer(label: "a") { strict } ... @defer(label: "b") { slow inner { id } } } }""");

        var all = parts.Skip(1).Select(p => JsonElement.Parse(p)).ToList();
        all.SelectMany(p => Entries(p, "completed")).Single(c => c.TryGetProperty("errors", out _)).GetProperty("errors")[0].GetProperty("path").GetRawText()
            .ShouldBe("""["person","strict"]""");
        all.SelectMany(p => Entries(p, "incremental")).Single().GetProperty("data").GetRawText().ShouldBe("""{"slow":"slow1","inner":{"id":"1i"}}""");
    }

    [Fact]
    public async Task Execute_Should_DropDeferredWork_When_ItsObjectBecomesNull()
    {
        await using var host = await StartAsync();
        gates.OpenWithNull("strict1s");
        gates.Open("slow1s");

        var parts = await host.PartsAsync("""{ person(id: "1") { id inner { strictInner { id } } strictInner { strict ... @defer { slow } } } }""");

        parts.ShouldHaveSingleItem().ShouldStartWith("""{"errors":[{"message":"GatedPerson.strict gave null""");
        parts[0].ShouldEndWith("""}],"data":{"person":null}}""");
    }

    [Fact]
    public async Task Execute_Should_CancelDeferredWork_When_CallerLeaves()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        using var leaving = new CancellationTokenSource();
        await using var stream = await host.OpenAsync(scope, TwoFragments, cancellationToken: leaving.Token);
        await using var parts = stream.ReadAllAsync(default).GetAsyncEnumerator();
        await NextAsync(parts);

        var next = parts.MoveNextAsync().AsTask();
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => next);
        (await gates.AskedAsync("slow1")).IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Dispose_Should_CancelDeferredWork_When_NobodyReadsOn()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var stream = await host.OpenAsync(scope, TwoFragments);

        await stream.DisposeAsync();

        (await gates.AskedAsync("slow1")).IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Execute_Should_CompleteFragmentsWithError_When_TimeIsUp()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        await using var stream = await host.OpenAsync(scope, """{ person(id: "1") { id ... @defer { deaf } } }""");
        await using var parts = stream.ReadAllAsync(default).GetAsyncEnumerator();
        await NextAsync(parts);

        clock.Advance(TimeSpan.FromSeconds(31));

        (await NextAsync(parts)).ShouldBe("""{"completed":[{"id":"0","errors":[{"message":"The execution took too long. Select less, or try again later.","extensions":{"code":"EXECUTION_TIMEOUT"}}]}],"hasNext":false}""");
        (await parts.MoveNextAsync()).ShouldBeFalse();
        gates.Open("deaf1");
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Execute_Should_BoundOpenFragments(int maximum, bool isRefused)
    {
        await using var host = await StartAsync(o => o.MaximumDeferredFragments = maximum);

        var parts = await host.PartsAsync("{ people(count: 3) { ... @defer { id } } }");

        string.Concat(parts).Contains("TOO_MANY_DEFERRED", StringComparison.Ordinal).ShouldBe(isRefused);
    }

    [Fact]
    public async Task Execute_Should_GiveOneWholeResult_When_ClientTakesNoStream()
    {
        await using var host = await StartAsync();
        gates.Open("slow1");
        gates.Open("slower1");

        (await host.WholeAsync(TwoFragments)).ShouldBe("""{"data":{"person":{"id":"1","slow":"slow1","slower":"slower1"}}}""");
    }

    [Fact]
    public async Task Execute_Should_RefuseDefer_When_ItIsOff()
    {
        await using var host = await StartAsync(o => o.EnableDefer = false);

        (await host.PartsAsync(TwoFragments)).ShouldHaveSingleItem().ShouldContain("@defer");
    }

    [Fact]
    public async Task Execute_Should_GiveSingleResult_When_NothingWasDeferred()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();

        await using var stream = await host.OpenAsync(scope, """{ person(id: "1") { id ... @defer { id } } }""");

        stream.IsIncremental.ShouldBeFalse();
        stream.Result!.ToJson().ShouldBe("""{"data":{"person":{"id":"1"}}}""");
    }

    [Fact]
    public async Task Execute_Should_StartDeferredWorkOfMutation_When_AllItsFieldsAreDone()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();

        var opening = host.OpenAsync(scope, """mutation { a: change(id: "1") { slow ... @defer { slower } } b: change(id: "2") { id } }""").AsTask();
        await gates.AskedAsync("slow1");
        gates.WasAsked("slower1").ShouldBeFalse();
        gates.Open("slow1");
        await using var stream = await opening;

        gates.Log.ShouldBe(["change1", "+slow1", "-slow1", "change2", "+slower1"]);
        gates.Open("slower1");
    }

    [Theory]
    [InlineData("subscription { changed { id ... @defer { inner { id } } } }", "Defer directive not supported on subscription operations.")]
    [InlineData("subscription { ... @defer { changed { id } } }", "Defer directive cannot be used on root subscription type")]
    [InlineData("subscription { changed { id ... @defer(if: false) { inner { id } } } }", """{"data":{"changed":{"id":"e","inner":{"id":"ei"}}}}""")]
    public async Task Subscribe_Should_TakeDeferOnlyWhenItIsOff(string query, string expected)
    {
        await using var host = await StartAsync();

        (await host.PartsAsync(query))[0].ShouldContain(expected);
    }

    private static IEnumerable<JsonElement> Entries(JsonElement part, string name) =>
        part.TryGetProperty(name, out var entries) ? entries.EnumerateArray() : [];

    private static async Task<string> NextAsync(IAsyncEnumerator<ExecutionResult> parts)
    {
        (await parts.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();
        return parts.Current.ToJson();
    }

    private Task<GraphQLHost> StartAsync(Action<GraphQLOptions>? modify = null) => GraphQLHost.StartAsync(b =>
    {
        b.Services.AddSingleton(gates).AddSingleton<TimeProvider>(clock);
        b.AddType(typeof(GatedQueries)).AddType(typeof(GatedMutations)).AddType(typeof(GatedSubscriptions)).ModifyOptions(modify ?? (_ => { }));
    });
}
