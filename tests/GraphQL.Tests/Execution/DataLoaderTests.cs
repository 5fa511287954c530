using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class DataLoaderTests
{
    private readonly Shelf shelf = new();

    [Fact]
    public async Task Load_Should_CallOncePerLevel_When_ListsAreNested()
    {
        await using var host = await StartAsync();

        var body = await host.QueryAsync("{ folders { name children { name children { name children { name } } } } }");

        body.ShouldContain("\"name\":\"3.1.1.2\"");
        shelf.Calls.ShouldBe(
        [
            "children 1,2,3",
            "name 1,2,3",
            "children 1.1,1.2,2.1,2.2,3.1,3.2",
            "name 1.1,1.2,2.1,2.2,3.1,3.2",
            "children 1.1.1,1.1.2,1.2.1,1.2.2,2.1.1,2.1.2,2.2.1,2.2.2,3.1.1,3.1.2,3.2.1,3.2.2",
            "name 1.1.1,1.1.2,1.2.1,1.2.2,2.1.1,2.1.2,2.2.1,2.2.2,3.1.1,3.1.2,3.2.1,3.2.2",
            "name " + string.Join(',', Paths(4)),
        ],
        ignoreOrder: true);
    }

    [Fact]
    public async Task Load_Should_AskForEachKeyOnce_When_ItIsWantedAgain()
    {
        await using var host = await StartAsync();

        await host.QueryAsync("""{ a: folder(id: "1") { name } b: folder(id: "1") { name again } c: folder(id: "2") { name } }""");
        await host.QueryAsync("""{ folder(id: "1") { name } }""");

        shelf.Calls.ShouldBe(["name 1,2", "name 1"]);
    }

    [Fact]
    public async Task Load_Should_SplitBatches_When_TheyAreTooLarge()
    {
        await using var host = await StartAsync();

        await host.QueryAsync("""{ folders { size } }""");

        shelf.Calls.ShouldBe(["size 1,2", "size 3"]);
    }

    [Theory]
    [InlineData("""{ folder(id: "none") { title } }""", """{"data":{"folder":{"title":null}}}""")]
    [InlineData("""{ folder(id: "none") { name } }""", "NULL_NOT_ALLOWED")]
    [InlineData("""{ folder(id: "none") { size } }""", "INTERNAL_ERROR")]
    [InlineData("""{ folder(id: "none") { children { id } } }""", """{"data":{"folder":{"children":[]}}}""")]
    public async Task Load_Should_GiveNullOrError_When_KeyIsMissing(string query, string expected)
    {
        await using var host = await StartAsync();

        (await host.QueryAsync(query)).ShouldContain(expected);
    }

    [Fact]
    public async Task Load_Should_FailItsKeysOnly_When_BatchFails()
    {
        await using var host = await StartAsync();

        var body = await host.QueryAsync("""{ a: folder(id: "1") { id broken } b: folder(id: "2") { broken title } }""");

        body.ShouldEndWith("""
            "data":{"a":{"id":"1","broken":null},"b":{"broken":null,"title":"2"}}}
            """.Trim());
        body.Split("BROKEN").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Load_Should_BeCancelled_When_CallerLeaves()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        using var leaving = new CancellationTokenSource();
        var execution = host.OpenAsync(scope, """{ folder(id: "1") { patient } }""", cancellationToken: leaving.Token).AsTask();
        var token = await shelf.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => execution);
        token.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Load_Should_LoadAnew_When_FieldOfMutationHasChangedThings()
    {
        await using var host = await StartAsync();

        await host.QueryAsync("""mutation { a: touch(id: "1") { name } b: touch(id: "1") { name } }""");

        shelf.Calls.ShouldBe(["name 1", "name 1"]);
    }

    [Fact]
    public async Task Load_Should_Go_When_ResolverHasWaitedForSomethingElseBefore()
    {
        await using var host = await StartAsync();

        (await host.QueryAsync("""{ folder(id: "1") { late } }""")).ShouldBe("""{"data":{"folder":{"late":"1"}}}""");
    }

    [Theory]
    [InlineData(typeof(Ambiguous), "2 methods with [DataLoader] fit the parameter loader")]
    [InlineData(typeof(Misshapen), "a data loader takes IReadOnlyList<TKey> first")]
    public async Task Start_Should_SayWhichLoaderIsMeant_When_ItIsUnclear(Type type, string expected)
    {
        var failure = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b => b.AddType(typeof(FolderQueries)).AddType(typeof(FolderLoaders)).AddType(type)));

        failure.Message.ShouldContain(expected);
    }

    private static IEnumerable<string> Paths(int depth) => depth == 1 ? ["1", "2", "3"] : Paths(depth - 1).SelectMany(p => new[] { p + ".1", p + ".2" });

    private Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(b =>
    {
        b.Services.AddSingleton(shelf);
        b.AddType(typeof(FolderQueries)).AddType(typeof(FolderMutations)).AddType(typeof(FolderLoaders));
    });

    public sealed class Shelf
    {
        public ConcurrentQueue<string> Calls { get; } = [];

        public TaskCompletionSource<CancellationToken> Entered { get; } = new();

        public void Note(string what, IEnumerable<string> keys) => Calls.Enqueue($"{what} {string.Join(',', keys.Order(StringComparer.Ordinal))}");
    }

    public sealed record Folder([property: ID] string Id)
    {
        public async Task<string> Name([DataLoader(nameof(FolderLoaders.NameAsync))] IDataLoader<string, string> names) => (await names.LoadAsync(Id))!;

        public async Task<string> Again([DataLoader(nameof(FolderLoaders.NameAsync))] IDataLoader<string, string> names, CancellationToken cancellationToken) =>
            string.Join(',', await names.LoadAsync([Id, Id], cancellationToken));

        public async Task<string?> Title([DataLoader(nameof(FolderLoaders.TitleAsync))] IDataLoader<string, string> titles) => await titles.LoadAsync(Id);

        public Task<int> Size(IDataLoader<string, int> sizes) => sizes.LoadAsync(Id);

        public async Task<string?> Broken([DataLoader("Broken")] IDataLoader<string, string> broken) => await broken.LoadAsync(Id);

        public async Task<string?> Patient([DataLoader("Patient")] IDataLoader<string, string> patient) => await patient.LoadAsync(Id);

        public async Task<string?> Late([DataLoader(nameof(FolderLoaders.TitleAsync))] IDataLoader<string, string> titles)
        {
            await Task.Yield();
            return await titles.LoadAsync(Id);
        }

        public async Task<IReadOnlyList<Folder>> Children(IDataLoader<string, Folder[]> children) => (await children.LoadAsync(Id))!;
    }

    [QueryType]
    public static class FolderQueries
    {
        public static Folder? Folder(string id) => new(id);

        public static IReadOnlyList<Folder> Folders() => [new("1"), new("2"), new("3")];
    }

    [MutationType]
    public static class FolderMutations
    {
        [UseMutationConvention(Disable = true)]
        public static Folder Touch(string id) => new(id);
    }

    public static class FolderLoaders
    {
        [DataLoader]
        public static async Task<IReadOnlyDictionary<string, string>> NameAsync(IReadOnlyList<string> keys, Shelf shelf)
        {
            await Task.Yield();
            shelf.Note("name", keys);
            return keys.Where(k => k != "none").ToDictionary(k => k);
        }

        [DataLoader]
        public static Task<Dictionary<string, string>> TitleAsync(IReadOnlyList<string> keys) => Task.FromResult(keys.Where(k => k != "none").ToDictionary(k => k));

        [DataLoader(MaxBatchSize = 2)]
        public static Task<IReadOnlyDictionary<string, int>> SizeAsync(IReadOnlyList<string> keys, IServiceProvider services)
        {
            services.GetRequiredService<Shelf>().Note("size", keys);
            return Task.FromResult<IReadOnlyDictionary<string, int>>(keys.Where(k => k != "none").ToDictionary(k => k, k => k.Length));
        }

        [DataLoader("Broken")]
        public static Task<IReadOnlyDictionary<string, string>> BrokenAsync(IReadOnlyList<string> keys) => throw new GraphQLException("Broken.", "BROKEN");

        [DataLoader("Patient")]
        public static async Task<IReadOnlyDictionary<string, string>> PatientAsync(IReadOnlyList<string> keys, Shelf shelf, CancellationToken cancellationToken)
        {
            shelf.Entered.SetResult(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Dictionary<string, string>();
        }

        [DataLoader]
        public static async Task<ILookup<string, Folder>> ChildrenAsync(IReadOnlyList<string> keys, Shelf shelf)
        {
            await Task.Yield();
            shelf.Note("children", keys);
            return keys.Where(k => k != "none").SelectMany(k => new[] { (Of: k, Id: k + ".1"), (Of: k, Id: k + ".2") }).ToLookup(f => f.Of, f => new Folder(f.Id));
        }
    }

    [QueryType]
    public static class Ambiguous
    {
        [DataLoader]
        public static Task<IReadOnlyDictionary<Guid, string>> OneAsync(IReadOnlyList<Guid> keys) => throw new NotSupportedException();

        [DataLoader]
        public static Task<IReadOnlyDictionary<Guid, string>> TwoAsync(IReadOnlyList<Guid> keys) => throw new NotSupportedException();

        public static Task<string?> Text(IDataLoader<Guid, string> loader) => loader.LoadAsync(Guid.Empty);
    }

    [QueryType]
    public static class Misshapen
    {
        [DataLoader]
        public static Task<string> OneAsync(Guid key) => throw new NotSupportedException();

        public static string Text() => "";
    }
}
