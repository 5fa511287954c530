using System.Net;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class EventStreamTests
{
    private const string Articles = "subscription { articles(section: \"home\") { title } }";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly NewsDesk desk = new();
    private readonly TestTimeProvider clock = new();

    [Fact]
    public async Task Post_Should_SendEachEventAtOnce_And_Complete()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        using var events = await host.SubscribeAsync(Articles);

        // act
        var opening = await events.ReadAsync();
        desk.Publish(new Article("first\nline", "home"));
        var first = await events.ReadAsync();
        desk.Articles.Writer.Complete();
        var rest = await events.ReadToEndAsync();

        // assert
        opening.ShouldBe(":");
        first.ShouldBe("event: next\ndata: {\"data\":{\"articles\":{\"title\":\"first\\nline\"}}}");
        rest.ShouldBe(["event: complete\ndata:"]);
    }

    [Fact]
    public async Task Post_Should_SayThatTheStreamIsNotToBeKept()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));

        using var events = await host.SubscribeAsync(Articles);

        var headers = events.Response.Headers;
        events.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        events.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
        headers.CacheControl!.NoCache.ShouldBeTrue();
        headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
    }

    [Theory]
    [InlineData("{ motto }", """{"data":{"motto":"All of it"}}""")]
    [InlineData("subscription { countdown(from: 1) }", """{"data":{"countdown":1}}""")]
    public async Task Post_Should_AnswerOneNext_When_ThereIsOneResult(string query, string data)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        using var events = await host.SubscribeAsync(query);

        var read = await events.ReadToEndAsync();

        read.ShouldBe([":", "event: next\ndata: " + data, "event: complete\ndata:"]);
    }

    [Theory]
    [InlineData("{ motto }", "application/json, text/event-stream", 200, "application/json")]
    [InlineData("{ motto }", "application/json;q=0.5, text/event-stream", 200, "text/event-stream")]
    [InlineData("subscription { countdown(from: 1) }", "application/json, text/event-stream", 200, "text/event-stream")]
    [InlineData("subscription { countdown(from: 1) }", "application/json", 406, "application/json")]
    [InlineData("subscription { countdown(from: 1) }", "*/*", 406, "application/json")]
    [InlineData("subscription { countdown(from: 1) }", "application/json, text/event-stream;q=0", 406, "application/json")]
    [InlineData("subscription { countdown(from: 1)", "text/event-stream", 200, "text/event-stream")]
    [InlineData("subscription { countdown(from: 1)", "text/event-stream, application/graphql-response+json", 400, "application/graphql-response+json")]
    [InlineData("subscription { countdown(from: \"x\") }", "text/event-stream", 200, "text/event-stream")]
    [InlineData("subscription { countdown(from: \"x\") }", "text/event-stream, application/graphql-response+json", 400, "application/graphql-response+json")]
    [InlineData("subscription { countdown(from: 1) __typename }", "text/event-stream", 200, "text/event-stream")]
    [InlineData("subscription { countdown(from: 1) __typename }", "text/event-stream, application/graphql-response+json", 400, "application/graphql-response+json")]
    [InlineData("subscription { countdown(from: 14) }", "text/event-stream", 200, "text/event-stream")]
    [InlineData("subscription { countdown(from: 14) }", "text/event-stream, application/graphql-response+json", 400, "application/graphql-response+json")]
    [InlineData("subscription { countdown(from: 13) }", "text/event-stream", 500, "application/graphql-response+json")]
    public async Task Post_Should_NegotiateStreamOrSingleResponse(string query, string accept, int status, string contentType)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));

        using var response = await host.PostAsync(query, accept: accept);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
    }

    [Fact]
    public async Task Get_Should_ServeASubscription()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription%7Bcountdown(from%3A1)%7D");
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await host.Client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldContain("""data: {"data":{"countdown":1}}""");
    }

    [Theory]
    [InlineData(true, 405)]
    [InlineData(false, 503)]
    public async Task Subscribe_Should_BeRefusedWithItsStatus_BeforeTheSourceIsAsked(bool byInterceptor, int status)
    {
        await using var host = await GraphQLHost.StartAsync(b =>
        {
            b.AddNews(desk).ModifyOptions(o => o.MaximumSubscriptions = 1);
            if (byInterceptor)
            {
                b.AddRequestInterceptor<Closed>();
            }
        });
        using var taken = byInterceptor ? null : await host.SubscribeAsync("subscription { deaf }");

        using var response = await host.PostAsync(Articles, accept: "text/event-stream");

        ((int)response.StatusCode).ShouldBe(status);
        desk.Left.Task.IsCompleted.ShouldBeFalse();
        desk.Doors.SetResult();
    }

    [Fact]
    public async Task Stream_Should_SayThatItLives_And_OutliveTheExecutionTimeout()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk, clock));
        using var events = await host.SubscribeAsync(Articles);
        await events.ReadAsync();

        // act
        clock.Advance(TimeSpan.FromSeconds(12));
        var comment = await events.ReadAsync();
        clock.Advance(TimeSpan.FromSeconds(60));
        desk.Publish(new Article("late", "home"));
        desk.Articles.Writer.Complete();
        var rest = await events.ReadToEndAsync();

        // assert
        comment.ShouldBe(":");
        rest.Where(e => e != ":").ShouldBe(["event: next\ndata: {\"data\":{\"articles\":{\"title\":\"late\"}}}", "event: complete\ndata:"]);
    }

    [Fact]
    public async Task Source_Should_CleanUp_When_TheClientLeaves()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        var events = await host.SubscribeAsync(Articles);
        await events.ReadAsync();
        await desk.Opened.Task.WaitAsync(Soon);

        var wasOpen = !desk.Left.Task.IsCompleted;
        events.Dispose();

        await desk.Left.Task.WaitAsync(Soon);
        wasOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Stop_Should_EndOpenStreams_WithoutComplete()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        using var events = await host.SubscribeAsync(Articles);
        await events.ReadAsync();
        await desk.Opened.Task.WaitAsync(Soon);

        // act
        await host.StopAsync().WaitAsync(Soon);

        // assert
        (await events.ReadToEndAsync()).ShouldBeEmpty();
        desk.Left.Task.IsCompleted.ShouldBeTrue();
    }

    private sealed class Closed : IRequestInterceptor
    {
        public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken) =>
            new(new GraphQLError("Not by this way.", Extensions: new Dictionary<string, object?> { ["code"] = "POST_REQUIRED", ["httpStatus"] = 405 }));
    }
}
