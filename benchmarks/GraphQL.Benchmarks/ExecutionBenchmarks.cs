using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Sources;

namespace PersonalDataHub.GraphQL.Benchmarks;

/// <summary>From sources that have answered already to JSON: a kept plan beside four awaited calls and a generated writer.</summary>
[MemoryDiagnoser]
public class ExecutionBenchmarks : IDisposable
{
    private readonly ViewRequests requests = new();
    private readonly InProcessSources sources = new();
    private readonly ArrayBufferWriter<byte> output = new(8 * 1024);

    [Benchmark(Baseline = true)]
    public async Task<int> HandWritten()
    {
        output.ResetWrittenCount();
        var answer = new ViewAnswer(new(
            await sources.ProfileAsync("000007", CancellationToken.None),
            await sources.InvoicesAsync("000007", CancellationToken.None),
            await sources.CallsAsync("000007", CancellationToken.None),
            await sources.VisitsAsync("000007", CancellationToken.None)));
        await using var json = new Utf8JsonWriter(output);
        JsonSerializer.Serialize(json, answer, ViewJson.Default.ViewAnswer);
        return output.WrittenCount;
    }

    [Benchmark]
    public async Task<int> Engine()
    {
        output.ResetWrittenCount();
        var result = await requests.Executor.ExecuteAsync(requests.Request, requests.Services, CancellationToken.None);
        result.WriteTo(output);
        result.Release();
        return output.WrittenCount;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        requests.Dispose();
        GC.SuppressFinalize(this);
    }
}
