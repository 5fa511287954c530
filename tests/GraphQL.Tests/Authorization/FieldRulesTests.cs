using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Authorization;

public sealed class FieldRulesTests
{
    private const string OnMember = ": no authorization rule. Put [Authorize] or [AllowAnonymous] on the member or its class.";
    private const string InModule = ": no authorization rule. Set Rule on the field or its type.";

    [Fact]
    public async Task Start_Should_NameAllFieldsAtOnce_When_TheyHaveNoRule()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b => AddBare(b).ModifyOptions(o => o.RequireFieldRules = true)));

        mistaken.Mistakes.SkipLast(1).ShouldBe(
            [
                $"Query.bare (BareQueries.GetBareAsync){OnMember}",
                $"Query.plain (BareQueries.Plain){OnMember}",
                $"Query.shelf{InModule}",
                $"Shelf.name{InModule}",
                $"Mutation.drop (BareMutations.Drop){OnMember}",
                $"DropPayload.int (BareMutations.Drop){OnMember}",
                $"Subscription.drops (BareSubscriptions.Drops){OnMember}",
                $"Bare.name (Bare.Name){OnMember}",
                $"Named.name (INamed.Name){OnMember}",
            ],
            ignoreOrder: true);
        mistaken.Mistakes[^1].ShouldContain("GraphQLOptions.RequireFieldRules = false");
    }

    [Fact]
    public async Task Start_Should_TakeBareFields_When_RulesAreNotRequired()
    {
        await using var host = await GraphQLHost.StartAsync(b => AddBare(b).ModifyOptions(o => o.RequireFieldRules = false));

        (await host.QueryAsync("{ bare { name } shelf { name } __schema { queryType { name } } }"))
            .ShouldBe("""{"data":{"bare":{"name":"b"},"shelf":{"name":"s"},"__schema":{"queryType":{"name":"Query"}}}}""");
    }

    [Fact]
    public void RequireFieldRules_Should_BeOn_When_NothingIsSaid() => new GraphQLOptions().RequireFieldRules.ShouldBeTrue();

    [Theory]
    [InlineData("Query", "motto", "")]
    [InlineData("Query", "letter", "Reader")]
    [InlineData("Query", "secret", "Keeper")]
    [InlineData("Query", "shelves", "default archivist keeper")]
    [InlineData("Letter", "greeting", "Reader")]
    [InlineData("Letter", "body", "Keeper")]
    [InlineData("Letter", "id", "Reader")]
    [InlineData("Kept", "id", "Reader")]
    [InlineData("Map", "treasure", "Keeper")]
    [InlineData("Map", "id", "Keeper, Reader")]
    [InlineData("BurnPayload", "letter", "Keeper")]
    [InlineData("BurnPayload", "errors", "Keeper")]
    [InlineData("MouldError", "spores", "")]
    [InlineData("Error", "message", "")]
    [InlineData("Subscription", "arrivals", "Keeper")]
    [InlineData("Crate", "weight", "Keeper")]
    [InlineData("Crate", "label", "")]
    [InlineData("Crate", "owner", "Reader")]
    public async Task Rules_Should_BeThoseOfMemberOrClassAndInterfaces_When_Built(string type, string field, string rules)
    {
        await using var host = await ArchiveHost.StartAsync(b => b.AddTypeModule<Crates>());
        var schema = await host.Services.GetRequiredService<RequestExecutor>().GetSchemaAsync(TestContext.Current.CancellationToken);

        var found = ((ComplexType)schema.FindType(type)!).FindField(field)!.Rules;

        string.Join(", ", found).ShouldBe(rules);
    }

    [Fact]
    public async Task Start_Should_SayThatNobodyDecides_When_RulesHaveNoHandler()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b =>
        {
            b.Services.AddSingleton<Desk>();
            b.AddArchive();
        }));

        mistaken.Mistakes.ShouldBe(["There are authorization rules and nobody who decides by them. Register an IAuthorizationHandler with AddAuthorizationHandler."]);
    }

    [Fact]
    public async Task Start_Should_NameTheMistake_When_AnAttributeOfTheFrameworkIsMeantForUs()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b => b.AddType(typeof(FrameworkRules))));

        mistaken.Mistakes.ShouldContain("FrameworkRules.Number: [Authorize] and [AllowAnonymous] of ASP.NET Core are not read here. Use those of PersonalDataHub.GraphQL.Authorization.");
    }

    [Fact]
    public async Task Start_Should_NameTheMistake_When_ARuleIsForAClassOutsideTheSchema()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => ArchiveHost.StartAsync(b => b.Authorize("Keeper", typeof(Desk))));

        mistaken.Mistakes.ShouldBe(["GraphQLServerBuilder.Authorize names Desk, which is no object or interface type of this schema."]);
    }

    [Fact]
    public void Equals_Should_Hold_When_TheSameIsDemanded()
    {
        new FieldRule("Reader", "b", "a").ShouldBe(new FieldRule("Reader", "a", "b", "a"));
        new FieldRule("Reader").ShouldNotBe(new FieldRule("Keeper"));
        new FieldRule("Reader", "a").ShouldNotBe(new FieldRule("Reader", "b"));
        new FieldRule(null).ShouldNotBe(FieldRule.AllowAnonymous);
    }

    private static GraphQLServerBuilder AddBare(GraphQLServerBuilder builder) => builder
        .AddType(typeof(BareQueries)).AddType(typeof(BareMutations)).AddType(typeof(BareSubscriptions)).AddType<Bare>().AddTypeModule<BareModule>();

    [QueryType]
    public static class BareQueries
    {
        public static int Plain => 1;

        public static Task<Bare> GetBareAsync() => Task.FromResult(new Bare("b"));

        [AllowAnonymous]
        public static int Open() => 1;
    }

    [MutationType]
    public static class BareMutations
    {
        public static int Drop() => 1;
    }

    [SubscriptionType]
    public static class BareSubscriptions
    {
        public static IAsyncEnumerable<int> Drops() => AsyncEnumerable.Empty<int>();
    }

    [InterfaceType]
    public interface INamed
    {
        string Name { get; }
    }

    public sealed record Bare(string Name) : INamed;

    [QueryType]
    [Authorize("Reader")]
    public static class FrameworkRules
    {
        [Microsoft.AspNetCore.Authorization.Authorize("Keeper")]
        public static int Number() => 1;
    }

    private sealed class BareModule : ITypeModule
    {
        public event EventHandler? TypesChanged { add { } remove { } }

        public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken) => new(
        [
            new ObjectTypeConfiguration("Shelf", null, [new() { Name = "name", Type = "String!", PureResolver = _ => "s" }]),
            new ObjectTypeExtensionConfiguration("Query", [new() { Name = "shelf", Type = "Shelf!", PureResolver = _ => 1 }]),
        ]);
    }

    private sealed class Crates : ITypeModule
    {
        public event EventHandler? TypesChanged { add { } remove { } }

        public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken) => new(
        [
            new InterfaceTypeConfiguration("Owned", null, [new() { Name = "owner", Type = "String" }]) { Rule = new("Reader") },
            new ObjectTypeConfiguration("Crate", null,
            [
                new() { Name = "weight", Type = "Int", PureResolver = _ => 1 },
                new() { Name = "label", Type = "String", Rule = FieldRule.AllowAnonymous, PureResolver = _ => "Fragile" },
                new() { Name = "owner", Type = "String", Rule = FieldRule.AllowAnonymous, PureResolver = _ => "Nobody" },
            ])
            { Rule = new("Keeper"), Interfaces = ["Owned"] },
            new ObjectTypeExtensionConfiguration("Query", [new() { Name = "crate", Type = "Crate", Rule = new("Reader"), PureResolver = _ => 1 }]),
        ]);
    }
}
