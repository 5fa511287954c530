using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Tests.Authorization;

/// <summary>Who may read the schema, by every way that tells of it.</summary>
public sealed class IntrospectionPolicyTests
{
    [Theory]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("{ __type(name: \"Letter\") { name } }")]
    [InlineData("{ motto ...I } fragment I on Query { s: __schema { types { name } } }")]
    public async Task Introspection_Should_GoByThePolicy_When_OneIsSet(string query)
    {
        await using var host = await StartAsync();

        (await host.AskAsync("Reader,Keeper", query)).Status.ShouldBe(403);
        (await host.AskAsync(null, query)).Status.ShouldBe(401);
        (await host.AskAsync("Introspect", query)).Body.ShouldStartWith("""{"data":{""");
    }

    [Fact]
    public async Task Introspection_Should_BeNobodys_When_NoPolicyIsSet()
    {
        await using var host = await ArchiveHost.StartAsync();

        var answer = await host.AskAsync("Reader,Keeper,Introspect", "{ motto __schema { queryType { name } } }");

        answer.Status.ShouldBe(403);
        answer.Body.ShouldNotContain("Query");
        host.Desk().Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Reader", 403)]
    [InlineData("Introspect", 200)]
    public async Task Download_Should_GoByThePolicy_When_TheSchemaIsAskedForAsText(string? may, int status)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
        if (may is not null)
        {
            request.Headers.Add("X-May", may);
        }

        using var response = await host.Client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).Contains("type Letter", StringComparison.Ordinal).ShouldBe(status == 200);
    }

    [Theory]
    [InlineData("Introspect", true)]
    [InlineData("Reader", false)]
    public async Task Mistakes_Should_SuggestNames_When_TheCallerMayReadTheSchema(string may, bool isSuggested)
    {
        await using var host = await StartAsync();

        var (_, body) = await host.AskAsync(may, "{ secrets }");

        body.ShouldContain("GRAPHQL_VALIDATION_FAILED");
        body.Contains("Did you mean", StringComparison.Ordinal).ShouldBe(isSuggested);
    }

    [Theory]
    [InlineData("{ secrets }")]
    [InlineData("{ secret(nothing: 1) }")]
    [InlineData("query Q($n: Int!) { node(id: $n) { id } }")]
    [InlineData("mutation M($i: BurnInput!) { burn(input: $i) { __typename } }")]
    public async Task Mistakes_Should_TellNothing_When_NobodyKnowsWhoAsks(string query)
    {
        await using var host = await StartAsync();
        var known = await host.AskAsync(null, "{ secret }");

        var unknown = await host.AskAsync(null, query, new { i = new { } });

        unknown.Status.ShouldBe(401);
        unknown.Body.ShouldBe("""{"errors":[{"message":"Say who you are.","extensions":{"code":"UNAUTHENTICATED","httpStatus":401}}]}""");
        known.Status.ShouldBe(401);

        // The control: who is known reads what is wrong.
        (await host.AskAsync("Reader", query, new { i = new { } })).Body.ShouldNotContain("UNAUTHENTICATED");
    }

    [Fact]
    public async Task Refusal_Should_NameNothingOfTheSchema_When_AFieldIsHidden()
    {
        await using var host = await StartAsync();

        var (_, body) = await host.AskAsync("Reader", "{ s: secret }");

        body.ShouldBe("""{"errors":[{"message":"You may not ask for this. Ask for less, or as somebody else.","locations":[{"line":1,"column":3}],"path":["s"],"extensions":{"code":"FORBIDDEN","httpStatus":403}}]}""");
    }

    private static Task<GraphQLHost> StartAsync() => ArchiveHost.StartAsync(b => b.ModifyOptions(options =>
    {
        options.IntrospectionPolicy = "Introspect";
        options.Validation = new ValidationOptions { SuggestNames = true };
    }));
}
