using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>What a request of a known document allocates. Bytes are the same on every machine, so that a loss of speed shows here first.</summary>
/// <remarks>The bounds are what was measured, without optimization, and a tenth more. After an improvement they follow it down.</remarks>
public sealed class AllocationTests
{
    private const int Times = 200;

    [Fact]
    public void Execute_Should_AllocateLittle_When_ThePlanIsKept()
    {
        PerRequest("{ name }").ShouldBeLessThan(5_400);
    }

    [Theory]
    [InlineData("number", 16)]
    [InlineData("number text instant genre inner { text }", 220)]
    public void Execute_Should_AllocateLittlePerObject_When_PropertiesAreRead(string selection, int most)
    {
        var few = PerRequest($"{{ rows(count: 10) {{ {selection} }} }}");
        var many = PerRequest($"{{ rows(count: 110) {{ {selection} }} }}");

        ((many - few) / 100).ShouldBeLessThan(most);
    }

    /// <summary>Bytes from the request to its answer as JSON. Nothing waits, so that all is allocated by this thread.</summary>
    private static long PerRequest(string query)
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().ModifyOptions(options => options.RequireFieldRules = false).AddType(typeof(AllocationQueries));
        using var provider = services.BuildServiceProvider();
        var executor = provider.GetRequiredService<RequestExecutor>();
        var request = new GraphQLRequest(query);
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        Execute();
        Execute();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++)
        {
            Execute();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;

        void Execute()
        {
            var execution = executor.ExecuteAsync(request, provider, CancellationToken.None);
            if (!execution.IsCompletedSuccessfully || execution.Result.Errors.Count > 0)
            {
                throw new InvalidOperationException("It waited or failed, so that its bytes say nothing.");
            }

            output.ResetWrittenCount();
            execution.Result.WriteTo(output);
        }
    }
}

[QueryType]
public static class AllocationQueries
{
    private static readonly AllocationRow[] all = [.. Enumerable.Range(0, 200).Select(number => new AllocationRow(
        number, "text", new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(3)), Genre.Novel, new("inner")))];

    public static string Name => "name";

    public static IReadOnlyList<AllocationRow> GetRows(int count) => new ArraySegment<AllocationRow>(all, 0, count);
}

public sealed record AllocationRow(int Number, string Text, DateTimeOffset Instant, Genre Genre, AllocationInner Inner);

public sealed record AllocationInner(string Text);
