namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class MutationTests
{
    private const string Lend = """
        mutation ($book: ID!, $days: Int!) {
          lendBook(input: { book: $book, to: "Aino", terms: { days: $days } }) {
            loan { to days }
            errors { __typename ... on Error { message } ... on AlreadyLentError { until } }
          }
        }
        """;

    [Theory]
    [InlineData("b1", """{"data":{"lendBook":{"loan":{"to":"Aino","days":3},"errors":null}}}""")]
    [InlineData("nope", """{"data":{"lendBook":{"loan":null,"errors":[{"__typename":"UnknownBookError","message":"There is no such book."}]}}}""")]
    [InlineData("lent", """{"data":{"lendBook":{"loan":null,"errors":[{"__typename":"AlreadyLentError","message":"Lent already.","until":"2026-06-01"}]}}}""")]
    public async Task Post_Should_GiveResultOrTypedErrors(string book, string expected)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        (await host.QueryAsync(Lend, new { book, days = 3 })).ShouldBe(expected);
    }

    [Fact]
    public async Task Post_Should_Mask_When_ErrorIsNotDeclared()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var body = await host.QueryAsync(Lend, new { book = "secret", days = 3 });

        body.ShouldContain("Unexpected error");
        body.ShouldNotContain("secret value");
    }

    [Fact]
    public async Task Post_Should_RunMutationsInSeries_And_ApplyDefaults()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var body = await host.QueryAsync("""
            mutation {
              a: lendBook(input: { book: "b1", to: "x" }) { loan { days } }
              b: lendBook(input: { book: "b2", to: "x", terms: {} }) { loan { days order } }
            }
            """);

        body.ShouldContain("\"a\":{\"loan\":{\"days\":0}}");
        body.ShouldContain("\"days\":14");
        body.ShouldMatch("b1,b2\"");
    }
}
