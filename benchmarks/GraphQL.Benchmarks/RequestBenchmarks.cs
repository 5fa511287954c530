using BenchmarkDotNet.Attributes;

namespace PersonalDataHub.GraphQL.Benchmarks;

/// <summary>From the bytes of a request to the bytes of its answer, without a server: reading, executing, writing.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks : IDisposable
{
    private readonly ViewRequests requests = new();

    [Benchmark(Baseline = true)]
    public Task<long> HandWritten() => requests.HandWrittenAsync();

    [Benchmark]
    public Task<long> Engine() => requests.EngineAsync();

    [GlobalCleanup]
    public void Dispose()
    {
        requests.Dispose();
        GC.SuppressFinalize(this);
    }
}
