using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class CostTests
{
    private static readonly Action<GraphQLServerBuilder> Shop = builder => builder
        .AddType(typeof(CostedShop)).AddType(typeof(CostedNews)).AddType(typeof(CostedMutations)).AddType<Shelf>().AddType<Crate>();

    [Theory]
    [InlineData("{ motto }", 0, 0)]
    [InlineData("{ slowMotto }", 10, 0)]
    [InlineData("{ shelf { width } }", 40, 1)]
    [InlineData("{ shelf { above { above { width } } } }", 42, 3)]
    [InlineData("{ shelf { parts { width } } }", 41, 11)]
    [InlineData("{ shelf { parts { parts { above { width } } } } }", 151, 211)]
    [InlineData("{ shelves(first: 7) { above { width } } }", 8, 14)]
    [InlineData("{ shelves(first: 7, last: 9) { above { width } } }", 10, 18)]
    [InlineData("query ($n: Int = 4) { shelves(last: $n) { above { width } } }", 5, 8)]
    [InlineData("{ aisle { above { width } } }", 6, 10)]
    [InlineData("{ cellar { above { width } } }", 21, 40)]
    [InlineData("{ cellar(limit: null) { above { width } } }", 21, 40)]
    [InlineData("{ page(first: 30) { total nodes { above { width } } } }", 34, 61)]
    [InlineData("{ page { total nodes { width } } }", 4, 51)]
    [InlineData("{ a: shelf { width } b: shelf { width } ...F ...F } fragment F on Query { shelf { width } }", 120, 3)]
    [InlineData("{ shelf @skip(if: true) { width } motto }", 0, 0)]
    [InlineData("query ($no: Boolean = false) { shelf @include(if: $no) { width } motto }", 40, 1)]
    [InlineData("{ paged { nodes { above { width } } } }", 32, 61)]
    [InlineData("{ paged(last: 4) { edges { node { width } } pageInfo { hasNextPage } } }", 7, 10)]
    [InlineData("{ thing { width ... on Crate { inside { width } } ... on Shelf { parts { width } } } }", 2, 11)]
    [InlineData("{ __typename __schema { types { fields { name } } } motto }", 0, 0)]
    [InlineData("mutation { build { shelf { width } } }", 11, 2)]
    public async Task Post_Should_TellTheCost_When_ClientAsks(string query, int fieldCost, int typeCost)
    {
        await using var host = await GraphQLHost.StartAsync(Shop);

        using var response = await PostAsync(host, query, cost: "report");

        var cost = (await JsonAsync(response)).GetProperty("extensions").GetProperty("cost");
        cost.GetRawText().ShouldBe($$"""{"fieldCost":{{fieldCost}},"typeCost":{{typeCost}}}""");
        response.Headers.GetValues("GraphQL-Cost").ShouldBe([$"fieldCost={fieldCost}, typeCost={typeCost}"]);
    }

    [Fact]
    public async Task Post_Should_TellNothing_When_ClientDoesNotAsk()
    {
        await using var host = await GraphQLHost.StartAsync(Shop);

        using var response = await PostAsync(host, "{ motto }");

        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"motto":"Cheap"}}""");
        response.Headers.Contains("GraphQL-Cost").ShouldBeFalse();
    }

    [Fact]
    public async Task Post_Should_NotRun_When_OnlyTheCostIsWanted()
    {
        await using var host = await GraphQLHost.StartAsync(Shop);
        var before = CostedShop.Calls;

        using var response = await PostAsync(host, "{ shelf { width } }", cost: "validate");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"extensions":{"cost":{"fieldCost":40,"typeCost":1}}}""");
        CostedShop.Calls.ShouldBe(before);
    }

    [Fact]
    public async Task Post_Should_RefuseBeforeAnythingResolves_When_CostIsTooHigh()
    {
        await using var host = await GraphQLHost.StartAsync(Shop);
        const string query = "query ($n: Int!) { motto shelves(first: $n) { parts { parts { width } } } }";
        var before = CostedShop.Calls;

        var refused = await host.QueryAsync(query, new { n = 10 });
        var calls = CostedShop.Calls - before;
        var allowed = await host.QueryAsync(query, new { n = 9 });

        refused.ShouldBe("""{"errors":[{"message":"The operation has a field cost of 111 and a type cost of 1110; at most 1000 and 1000 are allowed. Ask for smaller pages, or in several requests.","extensions":{"code":"COST_EXCEEDED"}}]}""");
        calls.ShouldBe(0);
        allowed.ShouldStartWith("""{"data":{"motto":"Cheap","shelves":[""");
    }

    [Theory]
    [InlineData("{ shelves(first: 101) { width } }", null)]
    [InlineData("{ shelves(first: 0) { width } }", null)]
    [InlineData("{ shelves(first: -1) { width } }", null)]
    [InlineData("{ shelves(first: 5, last: 2000000000) { width } }", null)]
    [InlineData("query ($n: Int) { shelves(first: $n) { width } }", 101)]
    [InlineData("query ($n: Int) { shelves(first: $n) { width } }", 0)]
    [InlineData("query ($n: Int) { shelves(first: $n) { width } }", -2_000_000_000)]
    [InlineData("query ($n: Int = 500) { shelves(first: $n) { width } }", null)]
    [InlineData("query ($n: Int) { page(first: 5) { total } aisle(limit: 700) { width } cellar(limit: $n) { width } }", 1)]
    public async Task Post_Should_RefuseAPage_When_ItIsEmptyOrTooLarge(string query, int? size)
    {
        await using var host = await GraphQLHost.StartAsync(Shop);
        var before = CostedShop.Calls;

        var body = await host.QueryAsync(query, size is null ? null : new { n = size });

        body.ShouldContain("must be from 1 to 100.");
        body.ShouldContain("PAGE_OUT_OF_RANGE");
        CostedShop.Calls.ShouldBe(before);
    }

    [Theory]
    [InlineData("{ shelves { width } }")]
    [InlineData("{ shelves(first: null) { width } }")]
    [InlineData("query ($n: Int) { shelves(first: $n) { width } }")]
    public async Task Post_Should_Refuse_When_ASizeIsNeeded(string query)
    {
        await using var host = await GraphQLHost.StartAsync(Shop);

        (await host.QueryAsync(query)).ShouldContain("\\\"Query.shelves\\\" needs an argument that says how many: first, last.");
    }

    [Fact]
    public async Task Post_Should_AllowMore_When_AnInterceptorSaysSo()
    {
        await using var host = await GraphQLHost.StartAsync(builder =>
        {
            Shop(builder);
            builder.AddRequestInterceptor<OwnersLimits>();
        });
        const string query = "{ shelves(first: 30) { parts { parts { width } } } }";

        using var customer = await PostAsync(host, query);
        using var owner = await PostAsync(host, query, owner: true);

        (await customer.Content.ReadAsStringAsync()).ShouldContain("COST_EXCEEDED");
        (await owner.Content.ReadAsStringAsync()).ShouldStartWith("""{"data":{"shelves":[""");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public async Task Post_Should_AllowTheUsualIntrospectionOnce_When_LimitsAreTheDefaults(int times, bool isAllowed)
    {
        await using var host = await GraphQLHost.StartAsync(Shop);

        var body = await host.QueryAsync(Introspection.Of(times));

        body.StartsWith("""{"data":""", StringComparison.Ordinal).ShouldBe(isAllowed, body);
        body.Contains("COST_EXCEEDED", StringComparison.Ordinal).ShouldBe(!isAllowed);
    }

    [Fact]
    public async Task Subscribe_Should_Refuse_When_CostIsTooHigh()
    {
        await using var host = await GraphQLHost.StartAsync(Shop);

        (await host.QueryAsync("subscription { news { width } }")).ShouldContain("406");
        using var response = await host.PostAsync("subscription { news { width } }", accept: "text/event-stream");
        (await response.Content.ReadAsStringAsync()).ShouldContain("COST_EXCEEDED");
    }

    [Fact]
    public async Task Start_Should_Fail_When_ALimitIsNoNumberOfItsRange()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => GraphQLHost.StartAsync(builder =>
        {
            Shop(builder);
            builder.ModifyOptions(options => options.Cost = options.Cost with { MaximumFieldCost = 0 });
        }));

        error.Message.ShouldBe("CostOptions: every number must be from 1 to 1000000000.");
    }

    private static Task<HttpResponseMessage> PostAsync(GraphQLHost host, string query, string? cost = null, bool owner = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        if (cost is not null)
        {
            request.Headers.Add("GraphQL-Cost", cost);
        }

        if (owner)
        {
            request.Headers.Add("X-Owner", "yes");
        }

        return host.Client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());
}
