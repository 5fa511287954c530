using System.Diagnostics;
using System.Text.Json;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Tests.Hostile;

/// <summary>Hostile documents are refused with a typed error, before anything is resolved, for little memory.</summary>
public sealed class BombTests(ITestOutputHelper output) : IAsyncDisposable
{
    private readonly TargetServer server = new(options => options.Validation = new ValidationOptions { MaximumDepth = 10 });

    public static TheoryData<string> Names => [.. Bombs.Named.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Execute_Should_Refuse_When_DocumentIsABomb(string name)
    {
        var document = Bombs.Named[name];
        await server.RunAsync("{ __typename }");

        var (result, allocated, calls) = await server.RunAsync(document);

        result.IsExecuted.ShouldBeFalse();
        result.Errors.ShouldNotBeEmpty();
        result.Errors.ShouldAllBe(error => error.Code != null && error.Code != "INTERNAL_ERROR");
        result.Errors.Count.ShouldBeLessThanOrEqualTo(5);
        calls.ShouldBe(0);
        allocated.ShouldBeLessThan(16_000_000 + (8 * document.Length));
        output.WriteLine($"{allocated / 1_000_000.0:F1} MB for {document.Length} characters: {result.Errors[0].Code}");
    }

    [Fact]
    public async Task Execute_Should_RefuseEveryOne_When_AThousandBombsNest()
    {
        await server.RunAsync("{ __typename }");
        var (refused, calls, longest, largest) = (0, 0, TimeSpan.Zero, 0L);
        foreach (var bomb in Bombs.Nested(1_000))
        {
            var watch = Stopwatch.StartNew();
            var (result, allocated, called) = await server.RunAsync(bomb);
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            largest = Math.Max(largest, allocated);
            calls += called;
            refused += result is { IsExecuted: false, Errors.Count: > 0 } && result.Errors.All(error => error.Code == "SYNTAX_ERROR") ? 1 : 0;
        }

        output.WriteLine($"longest {longest.TotalMilliseconds:F1} ms, most memory {largest / 1_000_000.0:F1} MB");
        refused.ShouldBe(1_000);
        calls.ShouldBe(0);
        largest.ShouldBeLessThan(8_000_000);
    }

    // The controls: the same document runs once its one limit is lifted, so nothing else has refused it.
    public static TheoryData<string, string> Controls => new()
    {
        { "200 aliases", nameof(ValidationOptions.MaximumAliases) },
        { "21 root fields", nameof(ValidationOptions.MaximumRootFields) },
        { "field within itself", nameof(ValidationOptions.MaximumFieldCycles) },
        { "5 directives", nameof(ValidationOptions.MaximumDirectives) },
        { "600 fields", nameof(ValidationOptions.MaximumDocumentFields) },
        { "1,200 fields by fragments", nameof(ValidationOptions.MaximumOperationFields) },
        { "600 fragment visits", nameof(ValidationOptions.MaximumFragmentVisits) },
        { "11 levels", nameof(ValidationOptions.MaximumDepth) },
        { "introspection of 3 lists", nameof(ValidationOptions.MaximumIntrospectionDepth) },
        { "field cost", nameof(CostOptions.MaximumFieldCost) },
        { "type cost", nameof(CostOptions.MaximumTypeCost) },
        { "introspection many times", nameof(CostOptions.MaximumIntrospectionCost) },
        { "page", nameof(CostOptions.MaximumPageSize) },
    };

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Execute_Should_Run_When_OnlyThatLimitIsLifted(string name, string limit)
    {
        var document = Single.GetValueOrDefault(name) ?? Bombs.Named[name];
        await using var lifted = new TargetServer(options =>
        {
            options.Validation = Lift(new ValidationOptions { MaximumDepth = 10 }, limit);
            options.Cost = Lift(new CostOptions(), limit);
        });

        var refused = await server.RunAsync(document);
        var allowed = await lifted.RunAsync(document);

        refused.Result.IsExecuted.ShouldBeFalse();
        refused.Calls.ShouldBe(0);
        allowed.Result.Errors.ShouldBeEmpty();
        allowed.Result.IsExecuted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"filter":{"minimum":"one"}}""")]
    [InlineData("""{"filter":{"minimum":1e999999}}""")]
    [InlineData("""{"filter":{"minimum":99999999999999999999999999999999999999}}""")]
    [InlineData("""{"filter":{"minimum":1.5}}""")]
    [InlineData("""{"filter":{"minimum":null}}""")]
    [InlineData("""{"filter":{"minimum":1,"nope":1}}""")]
    [InlineData("""{"filter":[[[[{"minimum":1}]]]]}""")]
    [InlineData("""{"filter":"text"}""")]
    [InlineData("""{"filter":{"minimum":1,"states":[[["OPEN"]]]}}""")]
    [InlineData("""{"filter":{"minimum":1,"states":[{}]}}""")]
    [InlineData("""{"filter":{"minimum":1,"nested":{"minimum":1,"nested":{"minimum":1,"nested":{}}}}}""")]
    [InlineData("""{"filter":true}""")]
    [InlineData("{}")]
    public async Task Execute_Should_Refuse_When_VariablesHaveTheWrongShape(string variables)
    {
        var (result, _, calls) = await server.RunAsync("query ($filter: Filter!) { pick(filter: $filter) }", JsonElement.Parse(variables));

        result.Errors.ShouldHaveSingleItem().Code.ShouldBe("INVALID_VARIABLE");
        calls.ShouldBe(0);
    }

    [Fact]
    public async Task Execute_Should_Refuse_When_VariablesNestAsDeepAsTheHostAllows()
    {
        // Hosts that read JSON themselves may allow any depth; a chain of one-item lists never ends for a list of one level.
        const int levels = 1_000;
        var json = JsonElement.Parse($$"""{"ints":{{new string('[', levels)}}{{new string(']', levels)}}}""", new JsonDocumentOptions { MaxDepth = levels + 10 });

        var (result, _, calls) = await server.RunAsync("query ($ints: [Int]) { pick(ints: $ints) }", json);

        result.Errors.ShouldHaveSingleItem().Code.ShouldBe("INVALID_VARIABLE");
        calls.ShouldBe(0);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static Dictionary<string, string> Single { get; } = new()
    {
        ["600 fields"] = $"{{ party {{ {string.Concat(Enumerable.Repeat("name ", 600))} }} }}",
        ["1,200 fields by fragments"] = $"{{ party {{ ...A ...A ...A }} }} fragment A on Party {{ {string.Concat(Enumerable.Repeat("name ", 400))} }}",
        ["600 fragment visits"] = $"{{ party {{ {string.Concat(Enumerable.Repeat("...A ", 600))} }} }} fragment A on Party {{ name }}",
        ["11 levels"] = "{ invoice { holder { ... on Person { employer { owner { employer { owner { friends(first: 1) { friends(first: 1) { friends(first: 1) { employer { name } } } } } } } } } } } }",
        ["introspection of 3 lists"] = "{ __schema { types { fields { type { fields { type { interfaces { name } } } } } } } }",
        ["field cost"] = "{ person { friends(first: 60) { employer { owner { name } } } } }",
        ["type cost"] = "{ person { friends(first: 100) { friends(first: 10) { name } } } }",
        ["page"] = "{ person { friends(first: 101) { name } } }",
    };

    private static T Lift<T>(T options, string limit)
        where T : class
    {
        typeof(T).GetProperty(limit)?.SetValue(options, 1_000_000_000);
        return options;
    }
}
