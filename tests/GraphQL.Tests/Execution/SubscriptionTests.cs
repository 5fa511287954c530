using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly NewsDesk desk = new();
    private readonly TestTimeProvider clock = new();

    [Fact]
    public async Task Read_Should_ExecuteTheSelectionOnEachEvent()
    {
        desk.Publish(new("one", "home"), new("elsewhere", "abroad"), null, new("three", "home"));
        desk.Articles.Writer.Complete();

        var results = await ReadAsync("subscription ($s: String!) { a: articles(section: $s) { title words } }", """{"s":"home"}""");

        results.ShouldBe(["""{"data":{"a":{"title":"one","words":3}}}""", """{"data":{"a":null}}""", """{"data":{"a":{"title":"three","words":5}}}"""]);
        desk.Left.Task.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_Should_GoOn_When_AnEventHasAnError()
    {
        desk.Publish(new("broken", "home"), new("whole", "home"));
        desk.Articles.Writer.Complete();

        var results = await ReadAsync("subscription { articles(section: \"home\") { words } }");

        results.Count.ShouldBe(2);
        results[0].ShouldStartWith("""{"errors":[{"message":"Unexpected error","locations":[{"line":1,"column":44}],"path":["articles","words"],"extensions":{"code":"INTERNAL_ERROR",""");
        results[0].ShouldEndWith("""}],"data":{"articles":{"words":null}}}""");
        results[1].ShouldBe("""{"data":{"articles":{"words":5}}}""");
    }

    [Fact]
    public async Task Read_Should_EndWithAMaskedError_When_TheSourceFails()
    {
        desk.Publish(new Article("one", "home"));
        desk.Articles.Writer.Complete(new InvalidOperationException("secret"));

        var results = await ReadAsync("subscription { articles(section: \"home\") { title } }");

        results.Count.ShouldBe(2);
        results[1].ShouldStartWith("""{"errors":[{"message":"Unexpected error","extensions":{"code":"INTERNAL_ERROR","correlationId":""");
        results[1].ShouldNotContain("secret");
        results[1].ShouldNotContain("\"data\"");
        desk.Left.Task.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_Should_GiveEachEventServicesOfItsOwn_AndShareContextData()
    {
        desk.Publish(new("one", "home"), new("two", "home"));
        desk.Articles.Writer.Complete();

        var results = await ReadAsync(
            "subscription { articles(section: \"home\") { x: reading y: reading memo } }", configure: b => b.AddRequestInterceptor<Memory>());

        results.ShouldBe(Enumerable.Repeat("""{"data":{"articles":{"x":1,"y":2,"memo":"asked 1 times"}}}""", 2));
    }

    [Fact]
    public async Task Read_Should_EndOneEventOnly_When_ItTakesTooLong()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk, clock));
        await using var scope = host.Services.CreateAsyncScope();
        await using var stream = await OpenAsync(host, scope, "subscription { articles(section: \"home\") { slow } }");
        await using var results = stream.ReadAllAsync(default).GetAsyncEnumerator();
        desk.Publish(new("slow", "home"), new("quick", "home"));

        var first = results.MoveNextAsync();
        clock.Advance(TimeSpan.FromSeconds(31));

        (await first.AsTask().WaitAsync(Soon)).ShouldBeTrue();
        results.Current.ToJson().ShouldContain("EXECUTION_TIMEOUT");
        (await results.MoveNextAsync()).ShouldBeTrue();
        results.Current.ToJson().ShouldBe("""{"data":{"articles":{"slow":"quick"}}}""");
    }

    [Fact]
    public async Task Subscribe_Should_Refuse_When_AllAreTaken_And_ServeAgain_When_OneEnds()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk).ModifyOptions(o => o.MaximumSubscriptions = 1));
        await using var scope = host.Services.CreateAsyncScope();
        const string Query = "subscription { countdown(from: 1) }";

        var open = await OpenAsync(host, scope, Query);
        var refused = await OpenAsync(host, scope, Query);
        await open.DisposeAsync();
        await using var again = await OpenAsync(host, scope, Query);

        open.Result.ShouldBeNull();
        refused.Result!.ToJson().ShouldBe(
            """{"errors":[{"message":"All 1 subscriptions of this server are taken. Try again later.","extensions":{"code":"TOO_MANY_SUBSCRIPTIONS","httpStatus":503}}]}""");
        again.Result.ShouldBeNull();
    }

    [Fact]
    public async Task Subscribe_Should_FreeItsPlace_When_TheSourceCannotBeMade()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk).ModifyOptions(o => o.MaximumSubscriptions = 1));
        await using var scope = host.Services.CreateAsyncScope();

        var failed = await OpenAsync(host, scope, "subscription { countdown(from: 13) }");
        await using var open = await OpenAsync(host, scope, "subscription { countdown(from: 1) }");

        var error = failed.Result!.Errors.Single();
        error.Code.ShouldBe("INTERNAL_ERROR");
        error.Path.ShouldBe(["countdown"]);
        error.Locations!.Single().Column.ShouldBe(16);
        open.Result.ShouldBeNull();
    }

    [Fact]
    public async Task Subscribe_Should_CloseWhatOpensTooLate()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk, clock).ModifyOptions(o => o.MaximumSubscriptions = 1));
        await using var scope = host.Services.CreateAsyncScope();

        var opening = OpenAsync(host, scope, "subscription { late }");
        clock.Advance(TimeSpan.FromSeconds(31));
        var refused = await opening.WaitAsync(Soon);
        var meanwhile = await OpenAsync(host, scope, "subscription { countdown(from: 1) }");
        desk.Doors.SetResult();
        await using var later = await EventuallyOpenAsync(host, scope, "subscription { countdown(from: 1) }");

        refused.Result!.Errors.Single().Code.ShouldBe("EXECUTION_TIMEOUT");
        meanwhile.Result!.Errors.Single().Code.ShouldBe("TOO_MANY_SUBSCRIPTIONS");
        later.Result.ShouldBeNull();
        desk.Left.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Dispose_Should_NotWaitForEver_When_TheSourceIsDeaf()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk, clock));
        await using var scope = host.Services.CreateAsyncScope();
        using var leaving = new CancellationTokenSource();
        var stream = await OpenAsync(host, scope, "subscription { deaf }");
        await using var results = stream.ReadAllAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
        var next = results.MoveNextAsync().AsTask();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => next.WaitAsync(Soon));

        var disposal = stream.DisposeAsync().AsTask();
        var wasWaiting = !disposal.IsCompleted;
        clock.Advance(Subscription.Grace);

        await disposal.WaitAsync(Soon);
        wasWaiting.ShouldBeTrue();
    }

    [Fact]
    public async Task Execute_Should_NameTheHeader_When_ASubscriptionIsExecutedLikeAQuery()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        await using var scope = host.Services.CreateAsyncScope();

        var result = await Executor(host).ExecuteAsync(new GraphQLRequest("subscription { countdown(from: 1) }"), scope.ServiceProvider, default);

        result.Errors.Single().Message.ShouldBe("A subscription is answered with a stream of events. Send the header 'Accept: text/event-stream'.");
    }

    private static RequestExecutor Executor(GraphQLHost host) => host.Services.GetRequiredService<RequestExecutor>();

    private static Task<ResponseStream> OpenAsync(GraphQLHost host, AsyncServiceScope scope, string query) =>
        Executor(host).SubscribeAsync(new GraphQLRequest(query), scope.ServiceProvider, default).AsTask();

    private static async Task<ResponseStream> EventuallyOpenAsync(GraphQLHost host, AsyncServiceScope scope, string query)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (true)
        {
            var stream = await OpenAsync(host, scope, query);
            if (stream.Result is null || patience.IsCancellationRequested)
            {
                return stream;
            }

            await Task.Yield();
        }
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string query, string? variables = null, Action<GraphQLServerBuilder>? configure = null)
    {
        await using var host = await GraphQLHost.StartAsync(b =>
        {
            b.AddNews(desk);
            configure?.Invoke(b);
        });
        await using var scope = host.Services.CreateAsyncScope();
        var request = new GraphQLRequest(query) { Variables = variables is null ? null : System.Text.Json.JsonElement.Parse(variables) };
        await using var stream = await Executor(host).SubscribeAsync(request, scope.ServiceProvider, default);
        stream.Result.ShouldBeNull();
        return await stream.ReadAllAsync(default).Select(r => r.ToJson()).ToListAsync();
    }

    private sealed class Memory : IRequestInterceptor
    {
        private int asked;

        public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken)
        {
            context.ContextData["memo"] = $"asked {++asked} times";
            return default;
        }
    }
}
