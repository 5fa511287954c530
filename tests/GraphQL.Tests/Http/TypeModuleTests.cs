using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class TypeModuleTests
{
    [Fact]
    public async Task TypesChanged_Should_ServeNewTypes_And_LeaveRequestsInFlightTheirs()
    {
        // arrange
        var module = new ShelfModule("paperback");
        await using var host = await StartAsync(module);
        const string query = "{ shelf { name paperback } }";
        var inFlight = host.QueryAsync("{ shelf { slow paperback } }");
        await module.Slow.Entered.Task;

        // act
        await ChangeAsync(host, module, "hardcover");
        var changed = await host.QueryAsync("{ shelf { name hardcover } }");
        var old = await host.QueryAsync(query);
        module.Slow.Leave.SetResult();

        // assert
        changed.ShouldBe("""{"data":{"shelf":{"name":"s","hardcover":"hardcover of s"}}}""");
        old.ShouldContain("GRAPHQL_VALIDATION_FAILED");
        (await inFlight).ShouldBe("""{"data":{"shelf":{"slow":"done","paperback":"paperback of s"}}}""");
    }

    [Fact]
    public async Task TypesChanged_Should_KeepServedSchema_When_NewTypesAreMistaken()
    {
        var module = new ShelfModule("paperback");
        await using var host = await StartAsync(module);

        module.Change("not a name");
        await host.Services.GetRequiredService<SchemaStore>().Rebuilding;

        (await host.QueryAsync("{ shelf { paperback } }")).ShouldBe("""{"data":{"shelf":{"paperback":"paperback of s"}}}""");
        await ChangeAsync(host, module, "mended");
        (await host.QueryAsync("{ shelf { mended } }")).ShouldBe("""{"data":{"shelf":{"mended":"mended of s"}}}""");
        module.Listeners.ShouldBe(1);
    }

    [Fact]
    public async Task TypesChanged_Should_NotFailRequests_When_TheyRunMeanwhile()
    {
        var module = new ShelfModule("f0");
        await using var host = await StartAsync(module);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(async _ =>
        {
            var answers = new HashSet<string>();
            while (!stop.IsCancellationRequested)
            {
                answers.Add(await host.QueryAsync("{ shelf { name } }"));
            }

            return answers;
        }).ToArray();

        for (var i = 1; i <= 5; i++)
        {
            await ChangeAsync(host, module, $"f{i}");
        }

        await stop.CancelAsync();
        (await Task.WhenAll(load)).SelectMany(a => a).Distinct().ShouldBe(["""{"data":{"shelf":{"name":"s"}}}"""]);
    }

    [Fact]
    public async Task Start_Should_NameEveryMistake_When_ModuleIsMistaken()
    {
        var module = new ShelfModule("paperback") { FieldType = "[Missing!" };

        var mistake = await Should.ThrowAsync<SchemaException>(() => StartAsync(module));

        mistake.Mistakes.ShouldContain(m => m.StartsWith("Shelf.paperback: \"[Missing!\" is no type."));
    }

    private static Task<GraphQLHost> StartAsync(ShelfModule module) => GraphQLHost.StartAsync(b =>
    {
        b.Services.AddSingleton(module);
        b.AddTypeModule<ShelfModule>();
    });

    private static async Task ChangeAsync(GraphQLHost host, ShelfModule module, string field)
    {
        var served = new TaskCompletionSource();
        void OnChanged(object? sender, EventArgs arguments) => served.TrySetResult();
        var executor = host.Services.GetRequiredService<RequestExecutor>();
        executor.SchemaChanged += OnChanged;
        module.Change(field);
        await served.Task.WaitAsync(TimeSpan.FromSeconds(30));
        executor.SchemaChanged -= OnChanged;
    }

    private sealed class ShelfModule(string field) : ITypeModule
    {
        private readonly List<EventHandler> listeners = [];
        private volatile string field = field;

        public event EventHandler? TypesChanged
        {
            add => listeners.Add(value!);
            remove => listeners.Remove(value!);
        }

        public int Listeners => listeners.Count;

        public string FieldType { get; init; } = "String!";

        public (TaskCompletionSource Entered, TaskCompletionSource Leave) Slow { get; } = (new(), new());

        public void Change(string newField)
        {
            field = newField;
            listeners.ForEach(l => l(this, EventArgs.Empty));
        }

        public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken)
        {
            var name = field;
            return new(
            [
                new ObjectTypeConfiguration("Shelf", "Made at run time.",
                [
                    new() { Name = "name", Type = "String!", PureResolver = c => c.Parent<string>() },
                    new() { Name = name, Type = FieldType, PureResolver = c => $"{name} of {c.Parent<string>()}" },
                    new()
                    {
                        Name = "slow",
                        Type = "String",
                        Resolver = async _ =>
                        {
                            Slow.Entered.TrySetResult();
                            await Slow.Leave.Task;
                            return "done";
                        },
                    },
                ]),
                new ObjectTypeExtensionConfiguration("Query",
                [
                    new() { Name = "shelf", Type = "Shelf!", PureResolver = _ => "s" },
                ]),
            ]);
        }
    }
}
