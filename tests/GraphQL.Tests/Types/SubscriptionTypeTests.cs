using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Types;

public sealed class SubscriptionTypeTests
{
    [Fact]
    public async Task Print_Should_ShowTheEventsAsTheTypesOfTheFields()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(new NewsDesk()));

        var sdl = await host.Client.GetStringAsync("/graphql?sdl");

        sdl.ShouldContain("""
            type Subscription {
              "Articles of a section, as they come."
              articles(section: String!): Article
              countdown(from: Int!): Int!
              "Opens only when the desk does, whatever the caller wants."
              late: Int!
              "Never looks at its cancellation token."
              deaf: Int!
              memo: String
            }
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Introspection_Should_NameTheSubscriptionType()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(new NewsDesk()));

        var body = await host.QueryAsync("{ __schema { subscriptionType { name fields { name } } } }");

        body.ShouldBe("""{"data":{"__schema":{"subscriptionType":{"name":"Subscription","fields":[{"name":"articles"},{"name":"countdown"},{"name":"late"},{"name":"deaf"},{"name":"memo"}]}}}}""");
    }

    [Fact]
    public async Task Start_Should_NameTheMistake_When_AMethodGivesNoStream()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b =>
            b.AddType(typeof(NewsQueries)).AddType(typeof(NotStreams))));

        mistaken.Mistakes.ShouldContain("NotStreams.Number returns no stream. A subscription needs a stream of events; "
            + "return IAsyncEnumerable<T> or a task of one, or mark the method with [GraphQLIgnore].");
    }

    [Fact]
    public async Task Start_Should_NameTheMistake_When_AModulePutsStreamsElsewhere()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b =>
            b.AddType(typeof(NewsQueries)).AddTypeModule<Misplaced>()));

        mistaken.Mistakes.ShouldBe(
            [
                "Query.streamed: only fields of the subscription type have a SubscribeResolver.",
                "Subscription.plain: a field of the subscription type needs a stream of events. Return IAsyncEnumerable<T>, or set SubscribeResolver.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Subscribe_Should_HandTheEventToTheResolver_When_AModuleGivesBoth()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(NewsQueries)).AddTypeModule<Doubling>());
        using var events = await host.SubscribeAsync("subscription { doubled }");

        var read = await events.ReadToEndAsync();

        read.ShouldBe([":", """event: next\ndata: {"data":{"doubled":42}}""".Replace("\\n", "\n", StringComparison.Ordinal), "event: complete\ndata:"]);
    }

    [SubscriptionType]
    public static class NotStreams
    {
        public static int Number() => 1;
    }

    private static ValueTask<IAsyncEnumerable<object?>> Stream(IResolverContext context) => new(new object?[] { 21 }.ToAsyncEnumerable());

    private sealed class Misplaced : ITypeModule
    {
        public event EventHandler? TypesChanged { add { } remove { } }

        public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken) => new(
        [
            new ObjectTypeExtensionConfiguration("Query", [new() { Name = "streamed", Type = "Int", SubscribeResolver = Stream }]),
            new ObjectTypeExtensionConfiguration("Subscription", [new() { Name = "plain", Type = "Int", PureResolver = _ => 1 }]),
        ]);
    }

    private sealed class Doubling : ITypeModule
    {
        public event EventHandler? TypesChanged { add { } remove { } }

        public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken) => new(
        [
            new ObjectTypeExtensionConfiguration("Subscription",
                [new() { Name = "doubled", Type = "Int", SubscribeResolver = Stream, PureResolver = context => context.Parent<int>() * 2 }]),
        ]);
    }
}
