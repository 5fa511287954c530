using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Authorization;

public sealed class AuthorizerTests
{
    [Theory]
    [InlineData("{ secret }", "secret")]
    [InlineData("{ motto s: secret }", "s")]
    [InlineData("{ ...F } fragment F on Query { secret }", "secret")]
    [InlineData("{ ... { ... on Query { secret } } }", "secret")]
    [InlineData("{ letter { ...G } } fragment G on Letter { b: body }", "letter,b")]
    [InlineData("{ node(id: \"l1\") { id ... on Letter { body } } }", "node,body")]
    [InlineData("{ node(id: \"l1\") { id } }", "node,id")]
    [InlineData("{ find { __typename ... on Map { treasure } } }", "find,treasure")]
    [InlineData("{ find { ... on Kept { id } } }", "find,id")]
    [InlineData("{ letter { greeting } letter { body } }", "letter,body")]
    [InlineData("{ secret @skip(if: false) }", "secret")]
    [InlineData("mutation { burn(input: { id: \"l1\" }) { __typename } }", "burn")]
    [InlineData("query Q($no: Boolean = false) { letter { body @skip(if: $no) greeting } }", "letter,body")]
    [InlineData("query Q($yes: Boolean = true, $no: Boolean = false) { motto ... @include(if: $no) { secret } ... @include(if: $yes) { s: secret } }", "s")]
    public async Task Execute_Should_RefuseTheWholeOperation_When_AnyFieldIsNotAllowed(string query, string path)
    {
        await using var host = await ArchiveHost.StartAsync();

        var (status, body) = await host.AskAsync("Reader", query);

        status.ShouldBe(403);
        var error = JsonElement.Parse(body).GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        string.Join(',', error.GetProperty("path").EnumerateArray()).ShouldBe(path);
        error.GetProperty("locations").GetArrayLength().ShouldBe(1);
        body.ShouldNotContain("\"data\"");
        body.ShouldNotContain("hidden");
        host.Desk().Resolved.ShouldBe(0);

        // The control: who may, gets an answer.
        (await host.AskAsync("Reader,Keeper", query)).Body.ShouldStartWith("""{"data":{""");
        host.Desk().Resolved.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("{ motto }", "Keep everything.")]
    [InlineData("{ __typename }", "Query")]
    [InlineData("{ motto secret @skip(if: true) }", "Keep everything.")]
    [InlineData("query Q($no: Boolean = false) { motto ... @include(if: $no) { letter { body } } }", "Keep everything.")]
    public async Task Execute_Should_AskNobody_When_NothingIncludedHasARule(string query, string answer)
    {
        await using var host = await ArchiveHost.StartAsync();

        (await host.AskAsync(null, query)).Body.ShouldContain(answer);

        host.Desk().Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("archivist", 200)]
    [InlineData("keeper", 200)]
    [InlineData("visitor", 403)]
    public async Task Execute_Should_GoByTheRoles_When_TheRuleNamesSome(string role, int status)
    {
        await using var host = await ArchiveHost.StartAsync();

        (await host.AskAsync(role, "{ shelves }")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Execute_Should_AskOncePerRule_When_ManyFieldsHaveIt()
    {
        await using var host = await ArchiveHost.StartAsync();

        await host.AskAsync("Reader,Keeper", "{ letter { id body greeting } secret find { ... on Letter { body } ... on Map { treasure } } }");

        host.Desk().Asked.ShouldBe(["Reader", "Keeper"], ignoreOrder: true);
    }

    [Fact]
    public async Task Execute_Should_NameTheFirstFieldPerReason_When_SeveralRulesRefuse()
    {
        await using var host = await ArchiveHost.StartAsync();

        var (status, body) = await host.AskAsync(null, "{ motto letter { id body } }");

        status.ShouldBe(401);
        body.ShouldBe("""{"errors":[{"message":"Say who you are.","locations":[{"line":1,"column":9}],"path":["letter"],"extensions":{"code":"UNAUTHENTICATED","httpStatus":401}}]}""");
    }

    [Theory]
    [InlineData("throws", 500)]
    [InlineData("null", 403)]
    public async Task Execute_Should_Refuse_When_TheHandlerFails(string may, int status)
    {
        await using var host = await ArchiveHost.StartAsync();

        var answer = await host.AskAsync(may, "{ letter { id } }");

        answer.Status.ShouldBe(status);
        answer.Body.ShouldNotContain("\"data\"");
        answer.Body.ShouldNotContain("hidden");
        host.Desk().Resolved.ShouldBe(0);
    }

    [Fact]
    public async Task Execute_Should_AskBeforeInterceptors_When_BothStandInTheWay()
    {
        await using var host = await ArchiveHost.StartAsync(b => b.AddRequestInterceptor<Reading>());

        (await host.AskAsync("Reader", "{ secret }")).Status.ShouldBe(403);
        host.Desk().Resolved.ShouldBe(0);
        (await host.AskAsync("Keeper", "{ secret }")).Status.ShouldBe(200);
        host.Desk().Resolved.ShouldBe(2);
    }

    [Fact]
    public async Task Subscribe_Should_OpenNothing_When_TheFieldIsNotAllowed()
    {
        await using var host = await ArchiveHost.StartAsync();
        using var request = GraphQLHttp.Post("subscription { ...S } fragment S on Subscription { a: arrivals }", accept: "text/event-stream");
        request.Headers.Add("X-May", "Reader");

        using var response = await host.Client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(403);
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"path\":[\"a\"]");
        host.Desk().Resolved.ShouldBe(0);
    }

    [Theory]
    [InlineData("{ motto ... @defer { secret } }", "secret")]
    [InlineData("{ motto ...D @defer } fragment D on Query { letter { id b: body } }", "letter,b")]
    [InlineData("{ letter { greeting ... @defer { body } } }", "letter,body")]
    [InlineData("{ letter { greeting ... @defer { id ... @defer { body } } } }", "letter,body")]
    [InlineData("query Q($yes: Boolean = true) { motto ... @defer(if: $yes) { letter @include(if: $yes) { body } } }", "letter,body")]
    [InlineData("query Q($yes: Boolean = true) { letter { greeting ... @defer { ... @include(if: $yes) { body } } } }", "letter,body")]
    [InlineData("query Q($yes: Boolean = true) { motto ... @include(if: $yes) { secret } ... @defer { letter { id } } }", "secret")]
    public async Task Execute_Should_RefuseTheWholeOperation_When_ADeferredFieldIsNotAllowed(string query, string path)
    {
        await using var host = await ArchiveHost.StartAsync(b => b.ModifyOptions(options => options.EnableDefer = true));

        // The whole is planned first, the parts after it.
        await host.AskAsync("Reader", query);
        var (status, body) = await host.AskAsync("Reader", query, accept: "text/event-stream");
        var (_, parts) = await host.AskAsync("Reader,Keeper", query, accept: "text/event-stream");

        status.ShouldBe(403);
        string.Join(',', JsonElement.Parse(body).GetProperty("errors")[0].GetProperty("path").EnumerateArray()).ShouldBe(path);
        body.ShouldNotContain("hidden");
        parts.ShouldContain("hidden");
        parts.ShouldContain("hasNext");
    }

    [Fact]
    public async Task Execute_Should_ShowPayloadsAndErrors_When_TheMutationIsAllowed()
    {
        await using var host = await ArchiveHost.StartAsync();

        var (_, body) = await host.AskAsync("Keeper", "mutation { burn(input: { id: \"mouldy\" }) { letter { body } errors { ... on Error { message } ... on MouldError { spores } } } }");

        body.ShouldBe("""{"data":{"burn":{"letter":null,"errors":[{"message":"It falls apart.","spores":12}]}}}""");
    }

    private sealed class Reading(Desk desk) : IRequestInterceptor
    {
        public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken) => desk.Resolve(default(ValueTask<GraphQLError?>));
    }
}
