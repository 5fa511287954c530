using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Throughput;

/// <summary>Writes audit entries through the hub's own gate: one commit for each, and many in one.</summary>
internal static class GroupCommit
{
    private const int Writers = 256;
    private const int Rounds = 3;
    private static readonly TimeSpan round = TimeSpan.FromSeconds(2);

    private static readonly AuditIntent intent = new() { Actor = "benchmark", Role = "dpo", Register = "telecom", Purpose = "data-subject-rights", Operation = "findRegistrant" };

    public static async Task<CommitRates> MeasureAsync(DatabaseKind database)
    {
        using var folder = new TemporaryDirectory();
        await using var store = await HubStore.CreateAsync(database, folder.Path, durable: true);
        await using var hub = HubApplication.Build(
        [
            "--environment=Development", $"--Hub:DataDirectory={folder.Path}", "--Logging:LogLevel:Default=None",
            .. store.HubSettings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ]);
        await hub.Services.GetRequiredService<HubDatabase>().PrepareAsync(CancellationToken.None);
        var audit = hub.Services.GetRequiredService<AuditTrail>();
        await RateAsync(audit, writers: 1);
        await RateAsync(audit, Writers);

        // Turn by turn: what slows the machine slows both.
        var (alone, together) = (new List<double>(), new List<double>());
        for (var time = 0; time < Rounds; time++)
        {
            alone.Add(await RateAsync(audit, writers: 1));
            together.Add(await RateAsync(audit, Writers));
        }

        return new(database, Median(alone), Median(together));
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);

    private static async Task<double> RateAsync(AuditTrail audit, int writers)
    {
        var (since, written) = (Stopwatch.GetTimestamp(), 0L);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(since) < round)
            {
                await audit.BeginAsync(intent, CancellationToken.None);
                Interlocked.Increment(ref written);
            }
        })));
        return written / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
