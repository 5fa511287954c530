using System.Text;
using BenchmarkDotNet.Attributes;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Benchmarks;

/// <summary>What is done once per document and then kept; nobody writes this by hand.</summary>
[MemoryDiagnoser]
public class PreparationBenchmarks : IDisposable
{
    private readonly byte[] text = Encoding.UTF8.GetBytes(ViewRequests.Query);
    private readonly ViewRequests requests = new();
    private Schema schema = null!;
    private DocumentNode document = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        schema = await requests.Executor.GetSchemaAsync(CancellationToken.None);
        document = Parser.ParseDocument(text);
    }

    [Benchmark]
    public object Parse() => Parser.ParseDocument(text);

    [Benchmark]
    public object Validate() => DocumentValidator.Validate(schema, document);

    [Benchmark]
    public object Plan() => OperationPlanner.Plan(schema, document, (OperationDefinitionNode)document.Definitions[0]);

    [GlobalCleanup]
    public void Dispose()
    {
        requests.Dispose();
        GC.SuppressFinalize(this);
    }
}
