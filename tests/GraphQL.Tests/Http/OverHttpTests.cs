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
    [InlineData(Response, "{ failsPolitely }", 200, Response)]
    [InlineData("text/html", "{ titles }", 406, Json)]
    [InlineData("application/json; charset=iso-8859-1", "{ titles }", 406, Json)]
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

    [Fact]
    public async Task Post_Should_AnswerTooLarge_When_BodyIsOverTheLimit()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary().ModifyOptions(o => o.MaximumBodyBytes = 1000));

        using var response = await host.PostAsync("{ titles }" + new string(' ', 2000));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Put_Should_BeRefused()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        using var response = await host.Client.PutAsync("/graphql", new StringContent("{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
