using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Authorization;
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
    [InlineData("{ __type(name: \"Float\") { name } }", """{"data":{"__type":null}}""")]
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
    public async Task Start_Should_NameEveryMistakeAtOnce_When_AModuleBringsThem()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => StartAsync("""
            type Query { __a: Int b(c: Int = "x"): Int }
            enum E { __V }
            interface I implements I { d: Int! }
            type T implements I { d: Int }
            interface J implements K { e: Int }
            interface K implements J { e: Int }
            input L { f: M! }
            input M { g: L! }
            input N { h: N = {} }
            input O { i: Int! @deprecated }
            directive @p(__q: Int) on FIELD
            scalar __S
            """));

        mistaken.Mistakes.ShouldBe(
            [
                "Query.__a: \"__a\" cannot be a name. Use letters, digits and underscores, not starting with a digit or two underscores.",
                "Query.b: the default \"x\" of c is no Int: the value is not of type Int.",
                "E: \"__V\" cannot be a name. Use letters, digits and underscores, not starting with a digit or two underscores.",
                "I implements itself. An interface cannot be its own ancestor.",
                "T.d is of type Int, but I.d promises Int!.",
                "J and K implement each other. An interface cannot be its own ancestor.",
                "K and J implement each other. An interface cannot be its own ancestor.",
                "L can never be given, as it needs another of itself: L.f, M.g. Make one of these fields nullable or a list.",
                "N.h: the default is made of itself: N.h. Leave one of these defaults out.",
                "O, i: a required argument cannot be deprecated.",
                "@p: \"__q\" cannot be a name. Use letters, digits and underscores, not starting with a digit or two underscores.",
                "__S: \"__S\" cannot be a name. Use letters, digits and underscores, not starting with a digit or two underscores.",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("type Query { a: Int } directive @skip on FIELD", "schema: @skip is there twice.")]
    [InlineData("type Query { a: Int } schema { query: Query } schema { query: Query }", "schema: schema is there twice.")]
    [InlineData("type Query { a: Int } scalar String", "String: the name String is taken already by another type.")]
    [InlineData("schema { query: Start }", "schema: Start is no object type of this schema.")]
    public async Task Start_Should_NameTheMistake_When_TheSchemaItselfIsWrong(string sdl, string mistake) =>
        (await Should.ThrowAsync<SchemaException>(() => StartAsync(sdl))).Mistakes.ShouldBe([mistake]);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    public void Compile_Should_Refuse_When_AnEnumValueMeansSomethingElse(string name)
    {
        TypeConfiguration[] types =
        [
            new ObjectTypeConfiguration("Query", null, [new() { Name = "a", Type = "E", PureResolver = _ => null }]),
            new EnumTypeConfiguration("E", null, [new EnumValueDefinition(name, name)]),
        ];

        var rules = new FieldRules(new ServerConfiguration { Options = { RequireFieldRules = false } }, null);

        Should.Throw<SchemaException>(() => new SchemaCompiler(SpecifiedScalars.All, [], rules, []).Compile(types))
            .Mistakes.ShouldBe([$"E: {name} is a value of its own and cannot be one of an enum."]);
    }

    [Fact]
    public async Task Start_Should_TakeTheModulesScalar_When_OneOfOursHasItsName()
    {
        await using var host = await StartAsync("type Query { a: Date } scalar Date @specifiedBy(url: \"https://example.org/date\")");

        (await host.QueryAsync("{ __type(name: \"Date\") { specifiedByURL } }")).ShouldContain("https://example.org/date");
    }

    [Fact]
    public async Task Start_Should_CoerceDefaultsInTheirOrder_When_TheyAreMadeOfOthers()
    {
        var schema = await (await StartAsync("type Query { a(b: I = {}): Int } input I { c: J = {} } input J { d: Int = 3 }"))
            .Services.GetRequiredService<RequestExecutor>().GetSchemaAsync(CancellationToken.None);

        var given = schema.QueryType.Fields[0].Arguments[0].DefaultValue.ShouldBeAssignableTo<IReadOnlyDictionary<string, object?>>()!;

        given["c"].ShouldBeAssignableTo<IReadOnlyDictionary<string, object?>>()!["d"].ShouldBe(3);
    }

    private static Task<GraphQLHost> StartAsync(string sdl) => GraphQLHost.StartAsync(b =>
    {
        b.Services.AddSingleton(new SdlModule(sdl));
        b.AddTypeModule<SdlModule>();
    });

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
