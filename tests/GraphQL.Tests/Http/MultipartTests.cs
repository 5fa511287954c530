
namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class MultipartTests
{
    private const string Part = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";
    private const string Countdown = "subscription { countdown(from: 2) }";

    private readonly NewsDesk desk = new();

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed; boundary=other")]
    [InlineData("application/json;q=0.5, multipart/mixed;incrementalSpec=v0.2")]
    public async Task Post_Should_SendResultsAsParts(string accept)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));

        using var response = await host.PostAsync(Countdown, accept: accept);

        response.Content.Headers.ContentType!.ToString().ShouldBe("multipart/mixed; boundary=\"-\"");
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            "\r\n---" + Part + """{"data":{"countdown":2}}""" + "\r\n---" + Part + """{"data":{"countdown":1}}""" + "\r\n-----\r\n");
    }

    [Fact]
    public async Task Post_Should_CloseEachPartAtOnce()
    {
        // arrange
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("subscription { articles(section: \"home\") { title } }"));
        request.Headers.Accept.ParseAdd("multipart/mixed");
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();

        // act: the source stays open, so what comes does not wait for the end
        desk.Publish(new Article("first", "home"));
        var expected = "\r\n---" + Part + """{"data":{"articles":{"title":"first"}}}""" + "\r\n---";
        var read = new byte[expected.Length];
        await body.ReadExactlyAsync(read).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        // assert
        System.Text.Encoding.UTF8.GetString(read).ShouldBe(expected);
        desk.Articles.Writer.Complete();
    }

    [Theory]
    [InlineData("{ motto }", "multipart/mixed, application/json", "application/json")]
    [InlineData("{ motto }", "multipart/mixed;deferSpec=20220824, application/json", "application/json")]
    [InlineData("{ motto }", "multipart/mixed", "multipart/mixed")]
    [InlineData(Countdown, "multipart/mixed, text/event-stream", "text/event-stream")]
    [InlineData(Countdown, "multipart/mixed, application/json", "multipart/mixed")]
    [InlineData("{ broken", "multipart/mixed, application/json", "application/json")]
    public async Task Post_Should_SendOneResultAsOneResponse_When_TheClientTakesThat(string query, string accept, string contentType)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));

        using var response = await host.PostAsync(query, accept: accept);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
    }

    [Theory]
    [InlineData("multipart/mixed;deferSpec=20220824")]
    [InlineData("multipart/mixed;subscriptionSpec=1.0")]
    public async Task Post_Should_BeRefused_When_OnlyAFormThatWeDoNotSpeakIsTaken(string accept)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));

        using var response = await host.PostAsync("{ motto }", accept: accept);

        ((int)response.StatusCode).ShouldBe(406);
    }

    [Theory]
    [InlineData("multipart/mixed, application/json", "\r\n---" + Part, "\r\n---" + Part, "\r\n-----\r\n")]
    [InlineData("text/event-stream", ":\n\nevent: next\ndata: ", "\n\nevent: next\ndata: ", "\n\nevent: complete\ndata:\n\n")]
    public async Task Post_Should_SendDeferredFragmentsAsParts(string accept, string opening, string between, string end)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        using var response = await host.PostAsync("{ books(first: 1) { id ... @defer { title } } }", accept: accept);

        var parts = (await response.Content.ReadAsStringAsync())[opening.Length..^end.Length].Split(between);
        parts[0].ShouldBe("""{"data":{"books":[{"id":"b1"}]},"pending":[{"id":"0","path":["books",0]}],"hasNext":true}""");
        parts[1].ShouldBe("""{"incremental":[{"id":"0","data":{"title":"Kalevala"}}],"completed":[{"id":"0"}],"hasNext":false}""");
    }

    [Fact]
    public async Task Post_Should_SendDeferredFragmentsWithTheRest_When_NoStreamIsTaken()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        (await host.QueryAsync("{ books(first: 1) { id ... @defer { title } } }"))
            .ShouldBe("""{"data":{"books":[{"id":"b1","title":"Kalevala"}]}}""");
    }
}
