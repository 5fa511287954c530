using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Sources;

namespace PersonalDataHub.GraphQL.Benchmarks;

/// <summary>Writing an answer of 4.9 KB as JSON, beside a generated writer.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks : IDisposable
{
    private readonly ViewRequests requests = new();
    private readonly ArrayBufferWriter<byte> output = new(8 * 1024);
    private readonly ViewAnswer answer = new(
        new(CannedView.ProfileOf("000007"), CannedView.Invoices, CannedView.Calls, CannedView.Visits));

    private ExecutionResult result = null!;

    [GlobalSetup]
    public async Task SetUp() =>
        result = await requests.Executor.ExecuteAsync(requests.Request, requests.Services, CancellationToken.None);

    [Benchmark(Baseline = true)]
    public int HandWritten()
    {
        output.ResetWrittenCount();
        using var json = new Utf8JsonWriter(output);
        JsonSerializer.Serialize(json, answer, ViewJson.Default.ViewAnswer);
        return output.WrittenCount;
    }

    [Benchmark]
    public int Engine()
    {
        output.ResetWrittenCount();
        result.WriteTo(output);
        return output.WrittenCount;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        requests.Dispose();
        GC.SuppressFinalize(this);
    }
}
