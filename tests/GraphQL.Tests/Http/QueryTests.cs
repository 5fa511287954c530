namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class QueryTests
{
    [Theory]
    [InlineData("{ books(first: 1) { id title genre writer { name } } }",
        """{"data":{"books":[{"id":"b1","title":"Kalevala","genre":"EPIC_POEM","writer":{"name":"Writer w1"}}]}}""")]
    [InlineData("{ b: book(id: 7) { id } books(genre: NOVEL, first: 1) { title } }",
        """{"data":{"b":null,"books":[{"title":"Seitsemän veljestä"}]}}""")]
    [InlineData("""{ search(key: { id: "b1" }) { __typename id ... on Magazine { issue } ...F } } fragment F on Book { genre }""",
        """{"data":{"search":[{"__typename":"Book","id":"b1","genre":"EPIC_POEM"},{"__typename":"Magazine","id":"m1","issue":7}]}}""")]
    [InlineData("""{ opening(day: "2026-05-01") { day waited opens fee } }""",
        """{"data":{"opening":{"day":"2026-05-01","waited":"PT2S","opens":"2026-05-01T09:00:00+03:00","fee":12.50}}}""")]
    public async Task Post_Should_AnswerInOrderOfSelection(string query, string expected)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        (await host.QueryAsync(query)).ShouldBe(expected);
    }

    [Fact]
    public async Task Post_Should_HandNullToNearestNullableField_When_NonNullFieldFails()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var body = await host.QueryAsync("""{ ok: book(id: "b1") { id } book(id: "b3") { id writer { name } } }""");

        body.ShouldBe("""
            {"errors":[{"message":"Writer.name gave null, but its type is String!.","locations":[{"line":1,"column":58}],"path":["book","writer","name"],"extensions":{"code":"NULL_NOT_ALLOWED"}}],"data":{"ok":{"id":"b1"},"book":null}}
            """.Trim());
    }

    [Fact]
    public async Task Post_Should_MaskUnexpectedErrors_And_PassThoseMeantForClients()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var masked = await host.QueryAsync("{ fails }");
        var polite = await host.QueryAsync("{ failsPolitely }");

        masked.ShouldNotContain("secret");
        masked.ShouldContain("\"message\":\"Unexpected error\"");
        masked.ShouldContain("\"correlationId\":\"");
        polite.ShouldContain("""{"message":"Closed today.","locations":[{"line":1,"column":3}],"path":["failsPolitely"],"extensions":{"code":"CLOSED"}}""");
    }

    [Fact]
    public async Task Post_Should_RefuseInvalidDocuments()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var body = await host.QueryAsync("{ books { unknown } }");

        body.ShouldContain("GRAPHQL_VALIDATION_FAILED");
        body.ShouldNotContain("\"data\"");
    }

    [Theory]
    [InlineData("""{"key":{"id":"b1","title":"x"}}""", "exactly one field of BookKey")]
    [InlineData("""{"key":{"id":null}}""", "exactly one field of BookKey")]
    [InlineData("""{"key":{"id":{"secret":1}}}""", "at \\u0022key.id\\u0022")]
    [InlineData("""{}""", "a value of type BookKey! is needed")]
    public async Task Post_Should_NamePlaceAndTypeButNotValue_When_VariableDoesNotFit(string variables, string expected)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var body = await host.QueryAsync(
            "query Q($key: BookKey!) { search(key: $key) { id } }", System.Text.Json.JsonElement.Parse(variables));

        body.Replace("\\\"", "\\u0022").ShouldContain(expected);
        body.ShouldNotContain("secret");
    }
}
