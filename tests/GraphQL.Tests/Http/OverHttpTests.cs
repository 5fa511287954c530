using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class OverHttpTests
{
    private const string Json = "application/json";
    private const string Response = "application/graphql-response+json";

    [Theory]
    [InlineData(Json, "{ titles }", 200, Json)]
    [InlineData("*/*", "{ titles }", 200, Json)]
    [InlineData(Response, "{ titles }", 200, Response)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", "{ titles }", 200, Response)]
    [InlineData(Json, "{ broken", 200, Json)]
    [InlineData(Response, "{ broken", 400, Response)]
    [InlineData(Response, "{ unknown }", 400, Response)]
    [InlineData(Response, "{ failsPolitely }", 294, Response)]
    [InlineData(Json, "{ failsPolitely }", 200, Json)]
    [InlineData("text/html", "{ titles }", 406, Json)]
    [InlineData("application/json; charset=iso-8859-1", "{ titles }", 406, Json)]
    [InlineData("application/json; charset=\"utf-8\"", "{ titles }", 200, Json)]
    public async Task Post_Should_NegotiateMediaTypeAndStatus(string accept, string query, int status, string contentType)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        using var response = await host.PostAsync(query, accept: accept);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.ToString().ShouldBe(contentType + "; charset=utf-8");
    }

    [Theory]
    [InlineData("""{"query":"{ titles }"}""", Json, 200)]
    [InlineData("""{"query":"{ titles }"}""", "application/json; charset=utf-8", 200)]
    [InlineData("""{"query":"{ titles }"}""", "application/json; charset=iso-8859-1", 415)]
    [InlineData("""{"query":"{ titles }"}""", "text/plain", 415)]
    [InlineData("{ titles", Json, 400)]
    [InlineData("[]", Json, 400)]
    [InlineData("{}", Json, 400)]
    [InlineData("""{"query":"\ud83d"}""", Json, 400)]
    [InlineData("""{"query":"{ titles }","variables":{"\uDC00":1}}""", Json, 400)]
    [InlineData("""{"query":"{ titles } # \ud83d\ude00"}""", Json, 200)]
    [InlineData("\uFEFF{\"query\":\"{ titles }\"}", Json, 200)]
    [InlineData("""{"query":1}""", Json, 400)]
    [InlineData("""{"query":"{ titles }","operationName":1}""", Json, 400)]
    [InlineData("""{"query":"{ titles }","variables":[]}""", Json, 400)]
    [InlineData("""{"query":"{ titles }","extensions":"x"}""", Json, 400)]
    [InlineData("""{"query":"{ titles }","operationName":null,"variables":null,"extensions":null}""", Json, 200)]
    public async Task Post_Should_AcceptOnlyWellFormedRequests(string body, string contentType, int status)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        using var response = await host.Client.PostAsync("/graphql", content);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("?query=%7B%20titles%20%7D", 200)]
    [InlineData("?query=query(%24f%3AInt!)%7Bbooks(first%3A%24f)%7Bid%7D%7D&variables=%7B%22f%22%3A1%7D", 200)]
    [InlineData("?query=%7B%20titles%20%7D&variables=1", 400)]
    [InlineData("", 400)]
    [InlineData("?query=mutation%7BlendBook(input%3A%7Bbook%3A%22b1%22%2Cto%3A%22x%22%7D)%7Bloan%7Bto%7D%7D%7D", 405)]
    public async Task Get_Should_ServeQueriesOnly(string address, int status)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        using var response = await host.Client.GetAsync("/graphql" + address);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("PUT", "", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("PATCH", "", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("DELETE", "", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "?query=mutation%7B__typename%7D", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "?query=%7Btitles%7D&variables=%7B%22a%22%3A%22%5Cud83d%22%7D", 400, "BAD_REQUEST")]
    [InlineData("POST", "", 415, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task Refusal_Should_SayItsKind(string method, string address, int status, string code)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql" + address);

        using var response = await host.Client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"code\":\"{code}\"");
        response.Content.Headers.Allow.Count.ShouldBe(status != 405 ? 0 : method == "GET" ? 1 : 2);
    }

    [Fact]
    public async Task Get_Should_BeRefusedWithItsKind_When_NothingOfOursIsAccepted()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        using var response = await host.PostAsync("{ titles }", accept: "image/png");

        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"NOT_ACCEPTABLE\"");
    }

    [Fact]
    public async Task Response_Should_NameTheMaskedErrorInAHeaderToo()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        using var response = await host.PostAsync("{ fails }");

        var id = response.Headers.GetValues("X-Correlation-Id").Single();
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"correlationId\":\"{id}\"");
    }
}
