using System.Net;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class InterceptorTests
{
    private static readonly DirectiveDefinition Purpose = new(
        "purpose",
        [DirectiveLocation.Query, DirectiveLocation.Mutation],
        [new InputValueDefinition("is", new NonNullType(SpecifiedScalars.String))]);

    [Theory]
    [InlineData("{ ledger }")]
    [InlineData("{ ...F } fragment F on Query { l: ledger }")]
    [InlineData("{ ledger @skip(if: false) }")]
    public async Task OnOperation_Should_RefuseBeforeAnythingResolves_When_FieldNeedsRole(string query)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(query);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"errors":[{"message":"Only for a librarian.","extensions":{"code":"FORBIDDEN","httpStatus":403}}]}""");
    }

    [Theory]
    [InlineData("{ ledger @skip(if: true) titles }")]
    [InlineData("{ titles }")]
    public async Task OnOperation_Should_LetRun_When_ProtectedFieldIsNotSelected(string query)
    {
        await using var host = await StartAsync();

        (await host.QueryAsync(query)).ShouldStartWith("""{"data":{"titles":["Kalevala",""");
    }

    [Fact]
    public async Task OnOperation_Should_SeeDirective_And_HandDataToResolvers()
    {
        await using var host = await StartAsync();

        var body = await host.QueryAsync(
            "query ($why: String!) @purpose(is: $why) { ledger }", new { why = "stocktaking" });

        body.ShouldBe("""{"data":{"ledger":"opened for stocktaking"}}""");
    }

    [Fact]
    public async Task OnOperation_Should_RefuseTheRequest_When_InterceptorThrows()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary().AddRequestInterceptor<Broken>());

        using var response = await host.PostAsync("{ titles }");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldNotContain("\"data\"");
        body.ShouldNotContain("secret");
    }

    private static Task<GraphQLHost> StartAsync() =>
        GraphQLHost.StartAsync(b => b.AddLibrary().AddDirective(Purpose).AddRequestInterceptor<Gate>());

    private sealed class Gate : IRequestInterceptor
    {
        public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken)
        {
            var operation = context.Operation;
            if (operation.Directives is [var purpose])
            {
                context.ContextData["ledger"] = $"opened for {purpose.Argument<string>("is")}";
                return default;
            }

            var isProtected = operation.Kind == OperationKind.Query
                && operation.Selections.Any(s => s.Field.Metadata.OfType<RequiresRoleAttribute>().Any(r => r.Role == "librarian"));
            return new(isProtected
                ? new GraphQLError("Only for a librarian.", null, null, new Dictionary<string, object?> { ["code"] = "FORBIDDEN", ["httpStatus"] = 403 })
                : null);
        }
    }

    private sealed class Broken : IRequestInterceptor
    {
        public ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("secret");
    }
}
