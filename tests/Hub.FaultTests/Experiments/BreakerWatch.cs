using System.Diagnostics;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>Looks how a source's circuit breaker stands.</summary>
internal sealed class BreakerWatch(HubClient client, string source)
{
    /// <summary>How long it took until the breaker stood so; null when it did not in time.</summary>
    public async Task<TimeSpan?> UntilAsync(string state, TimeSpan atMost)
    {
        var watch = Stopwatch.StartNew();
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (watch.Elapsed < atMost)
        {
            var answer = await client.AskAsync("query($register: ID!) { sources(register: $register) { id breaker } }", new { register = FaultRegister.Id });
            if (answer.Data?.Items("sources").Single(one => one.Text("id") == source).Text("breaker") == state)
            {
                return watch.Elapsed;
            }

            await rhythm.WaitForNextTickAsync();
        }

        return null;
    }
}
