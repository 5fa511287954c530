using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.GraphQL.Benchmarks;

/// <summary>The result as a page of Markdown.</summary>
internal static class ResultPage
{
    public static void Write(IEnumerable<Summary> summaries)
    {
        var repository = new Repository();
        using var page = new StreamLogger(new StreamWriter(Path.Combine(repository.Root, "benchmarks", "results", "graphql-benchmarks.md")));
        page.WriteLine("# Steps of a GraphQL request");
        page.WriteLine();
        page.WriteLine("The same view of one person as in the load comparison, from sources that answer at once. Allocated bytes are exact; of times");
        page.WriteLine($"only the ratios count. `benchmarks/README.md` says what the steps are. {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, commit {repository.Commit}.");
        foreach (var summary in summaries)
        {
            page.WriteLine();
            page.WriteLine($"## {summary.BenchmarksCases[0].Descriptor.Type.Name}");
            MarkdownExporter.GitHub.ExportToLog(summary, page);
        }
    }
}
