using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Types;

public sealed class SchemaTests
{
    [Fact]
    public async Task Print_Should_GiveWholeSchema()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var sdl = await host.Client.GetStringAsync("/graphql?sdl");

        sdl.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Types", "library.graphql")));
    }

    [Theory]
    [InlineData("{ __type(name: \"BookKey\") { kind isOneOf inputFields { name type { name kind } defaultValue } } }",
        """{"data":{"__type":{"kind":"INPUT_OBJECT","isOneOf":true,"inputFields":[{"name":"id","type":{"name":"ID","kind":"SCALAR"},"defaultValue":null},{"name":"title","type":{"name":"String","kind":"SCALAR"},"defaultValue":null}]}}}""")]
    [InlineData("{ __type(name: \"Item\") { kind possibleTypes { name } fields { name type { kind ofType { name } } } } }",
        """{"data":{"__type":{"kind":"INTERFACE","possibleTypes":[{"name":"Book"},{"name":"Magazine"}],"fields":[{"name":"id","type":{"kind":"NON_NULL","ofType":{"name":"ID"}}},{"name":"title","type":{"kind":"NON_NULL","ofType":{"name":"String"}}}]}}}""")]
    [InlineData("{ __type(name: \"Duration\") { specifiedByURL } none: __type(name: \"None\") { name } __typename }",
        """{"data":{"__type":{"specifiedByURL":"https://en.wikipedia.org/wiki/ISO_8601#Durations"},"none":null,"__typename":"Query"}}""")]
    [InlineData("{ __schema { queryType { name } mutationType { name } subscriptionType { name } } }",
        """{"data":{"__schema":{"queryType":{"name":"Query"},"mutationType":{"name":"Mutation"},"subscriptionType":null}}}""")]
    public async Task Introspection_Should_DescribeSchema(string query, string expected)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        (await host.QueryAsync(query)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("(includeDeprecated: true)", true)]
    public async Task Introspection_Should_HideDeprecatedFields_Unless_Asked(string argument, bool isListed)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var body = await host.QueryAsync("{ __type(name: \"Query\") { fields" + argument + " { name deprecationReason } } }");

        body.Contains("""{"name":"titles","deprecationReason":"Use books."}""").ShouldBe(isListed);
    }

    [Fact]
    public async Task Start_Should_NameAllMistakesWithClassAndMember()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b => b.AddType(typeof(Mistaken))));

        mistaken.Mistakes.ShouldBe(
            [
                "Mistaken.Nothing returns nothing. A field needs a value; return one, or mark the method with [GraphQLIgnore].",
                "System.Object has no type in the schema. Return or take a class of your own, or name the type with [GraphQLType].",
                "Mistaken.Wrong: there is no type Missing.",
            ],
            ignoreOrder: true);
    }

    [QueryType]
    public static class Mistaken
    {
        public static void Nothing()
        {
        }

        public static object Anything() => new();

        [GraphQLType("Missing!")]
        public static string Wrong() => "";

    }

    [Fact]
    public async Task Start_Should_NameDefaultThatDoesNotFit()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b => b.AddType(typeof(MistakenDefault))));

        mistaken.Mistakes.ShouldBe(["Query.waits: the default \"soon\" of wait is no Duration!: the value is not of type Duration."]);
    }

    [QueryType]
    public static class MistakenDefault
    {
        public static string Waits([DefaultValue("soon")] TimeSpan wait) => wait.ToString();
    }

    [Fact]
    public async Task ExecuteAsync_Should_RunWithoutHttp()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());
        await using var scope = host.Services.CreateAsyncScope();
        var executor = host.Services.GetRequiredService<RequestExecutor>();

        var result = await executor.ExecuteAsync(new GraphQLRequest("{ books(first: 1) { id } }"), scope.ServiceProvider, CancellationToken.None);

        result.ToJson().ShouldBe("""{"data":{"books":[{"id":"b1"}]}}""");
    }
}
