using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class ExecutionTests
{
    [Fact]
    public async Task Execute_Should_RunWaitingFieldsSideBySide()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Meetings)));

        (await host.QueryAsync("{ second first }")).ShouldBe("""{"data":{"second":"met","first":"met"}}""");
    }

    [Fact]
    public async Task Execute_Should_EndWithError_When_ItTakesTooLong()
    {
        await using var host = await GraphQLHost.StartAsync(b =>
            b.AddType(typeof(Meetings)).ModifyOptions(o => o.ExecutionTimeout = TimeSpan.FromMilliseconds(50)));

        (await host.QueryAsync("{ deaf }")).ShouldContain("EXECUTION_TIMEOUT");
    }

    [Fact]
    public async Task Execute_Should_CancelResolvers_When_ClientGoesAway()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Meetings)));
        using var leaving = new CancellationTokenSource();
        await using var scope = host.Services.CreateAsyncScope();

        var execution = host.Services.GetRequiredService<RequestExecutor>()
            .ExecuteAsync(new GraphQLRequest("{ patient }"), scope.ServiceProvider, leaving.Token).AsTask();
        await Meetings.Patience.Entered.Task;
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => execution);
        await Meetings.Patience.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("{ loose }", """{"data":{"loose":["a",null,"b"]}}""")]
    [InlineData("{ strict }", """{"errors":[{"message":"Query.strict gave null, but its type is String!.","locations":[{"line":1,"column":3}],"path":["strict",1],"extensions":{"code":"NULL_NOT_ALLOWED"}}],"data":{"strict":null}}""")]
    [InlineData("{ loose never }", """{"errors":[{"message":"Query.never gave null, but its type is String!.","locations":[{"line":1,"column":9}],"path":["never"],"extensions":{"code":"NULL_NOT_ALLOWED"}}],"data":null}""")]
    public async Task Execute_Should_HandNullsOnByTheRules(string query, string expected)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Meetings)));

        (await host.QueryAsync(query)).ShouldBe(expected);
    }

    [Fact]
    public async Task Execute_Should_RefuseFragmentsThatMultiply()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Meetings)));
        var variables = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"$v{i}: Boolean = true"));
        var fragments = string.Join('\n', Enumerable.Range(0, 20).Select(i =>
            $"fragment F{i} on Query {{ ...F{i + 1} @include(if: $v{2 * i}) ...F{i + 1} @include(if: $v{(2 * i) + 1}) }}"));

        var body = await host.QueryAsync($"query Q({variables}) {{ ...F0 }} {fragments} fragment F20 on Query {{ loose }}");

        body.ShouldContain("errors");
        body.ShouldNotContain("\"data\"");
    }

    [Theory]
    [InlineData("""{ ids(ids: ["6f9619ff-8b86-d011-b42d-00cf4fc964ff"]) }""", """{"data":{"ids":["6f9619ff-8b86-d011-b42d-00cf4fc964ff"]}}""")]
    [InlineData("""{ ids(ids: "6f9619ff-8b86-d011-b42d-00cf4fc964ff") }""", """{"data":{"ids":["6f9619ff-8b86-d011-b42d-00cf4fc964ff"]}}""")]
    public async Task Execute_Should_FitInputToParameters(string query, string expected)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Meetings)));

        (await host.QueryAsync(query)).ShouldBe(expected);
    }

    [Fact]
    public async Task Execute_Should_NameThePlaceOfTheVariable_When_AnArgumentMustNotBeNull()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Meetings)));

        var body = await host.QueryAsync("query ($id: ID = \"a\") { ids(ids: [$id]) }", new { id = (string?)null });

        body.ShouldContain("\"locations\":[{\"line\":1,\"column\":35}],\"path\":[\"ids\"]");
    }

    [Fact]
    public async Task Execute_Should_TellThatIdIsMalformed_WithoutRepeatingIt()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Meetings)));

        var body = await host.QueryAsync("query ($ids: [ID!]!) { ids(ids: $ids) }", new { ids = new[] { "secret" } });

        body.ShouldContain("INVALID_ID");
        body.ShouldNotContain("secret");
    }

    [QueryType]
    public static class Meetings
    {
        private static readonly TaskCompletionSource FirstCame = new();

        public static (TaskCompletionSource Entered, TaskCompletionSource Cancelled) Patience = (new(), new());

        public static async Task<string> SecondAsync()
        {
            await FirstCame.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return "met";
        }

        public static async Task<string> FirstAsync()
        {
            await Task.Yield();
            FirstCame.TrySetResult();
            return "met";
        }

        public static async Task<string?> DeafAsync()
        {
            await new TaskCompletionSource().Task;
            return null;
        }

        public static async Task<string?> PatientAsync(CancellationToken cancellationToken)
        {
            await using var registration = cancellationToken.Register(() => Patience.Cancelled.TrySetResult());
            Patience.Entered.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public static IReadOnlyList<string?> Loose() => ["a", null, "b"];

        public static IReadOnlyList<string>? Strict() => ["a", null!, "b"];

        public static string Never() => null!;

        public static HashSet<Guid> Ids([ID] HashSet<Guid> ids) => ids;
    }
}
