using System.Net;
using System.Text;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class BatchTests
{
    private const string Titles = """{"query":"{ titles }"}""";

    [Theory]
    [InlineData(0, $"[{Titles}]", "arrays of requests are not served")]
    [InlineData(0, "[]", "arrays of requests are not served")]
    [InlineData(2, "[]", "1 to 2")]
    [InlineData(2, $"[{Titles},{Titles},{Titles}]", "1 to 2")]
    [InlineData(2, $"[{Titles},[{Titles}]]", "must be a JSON object")]
    [InlineData(2, $$"""[{{Titles}},{"query":1}]""", "must be strings")]
    public async Task Post_Should_RefuseTheArray_When_ItIsNotServed(int most, string body, string why)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary().ModifyOptions(o => o.MaximumBatchSize = most));

        using var response = await PostAsync(host, body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(why);
    }

    [Fact]
    public async Task Post_Should_AnswerEachInOrder_When_BatchesAreServed()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary().ModifyOptions(o => o.MaximumBatchSize = 3));

        using var response = await PostAsync(host, """[{"query":"{ a: __typename }"},{"query":"{ broken"},{"query":"query($n: Int!) { books(first: $n) { id } }","variables":{"n":1}}]""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldStartWith("""[{"data":{"a":"Query"}},{"errors":[""");
        body.ShouldEndWith(""","extensions":{"code":"SYNTAX_ERROR"}}]},{"data":{"books":[{"id":"b1"}]}}]""");
    }

    [Fact]
    public async Task Post_Should_GiveTheBatchNoMoreTimeThanOneRequest()
    {
        var desk = new NewsDesk();
        var clock = new TestTimeProvider();
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk, clock).AddType(typeof(Waiting)).ModifyOptions(o => o.MaximumBatchSize = 3));
        var answering = PostAsync(host, """[{"query":"{ motto }"},{"query":"{ wait }"},{"query":"{ motto }"}]""");
        await desk.Opened.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // act
        clock.Advance(TimeSpan.FromSeconds(31));

        // assert
        using var response = await answering;
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldStartWith("""[{"data":{"motto":"All of it"}},""");
        body.Split("EXECUTION_TIMEOUT").Length.ShouldBe(3);
    }

    private static Task<HttpResponseMessage> PostAsync(GraphQLHost host, string body) =>
        host.Client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));

    [QueryType]
    public static class Waiting
    {
        public static async Task<string?> WaitAsync([Service] NewsDesk desk, CancellationToken cancellationToken)
        {
            desk.Opened.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }
    }
}
