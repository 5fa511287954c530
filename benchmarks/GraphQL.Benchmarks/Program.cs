using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PersonalDataHub.GraphQL.Benchmarks;

var isQuick = args.Contains("--quick");
string[] others = [.. args.Except(["--quick"])];
var job = isQuick ? Job.ShortRun : Job.Default.WithWarmupCount(6).WithIterationCount(15);

// In this process: there is nothing to build, and the settings are those of the programs that are measured.
var config = DefaultConfig.Instance.AddJob(job.WithToolchain(InProcessEmitToolchain.Instance));
var summaries = BenchmarkSwitcher.FromAssembly(typeof(ViewRequests).Assembly).Run(others is [] ? ["--filter", "*"] : others, config).ToList();
if (others is [] && !isQuick)
{
    ResultPage.Write(summaries);
}

return summaries.TrueForAll(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
