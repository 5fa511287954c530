using System.Diagnostics;

namespace PersonalDataHub.Tests.Shared.Hosting;

/// <summary>Waits for what another thread brings about, and not for ever.</summary>
public static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Asks again and again until the answer is the one waited for; returns it, and how long that took.</summary>
    public static async Task<(T Answer, TimeSpan Took)> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isThere, TimeSpan? atMost = null)
    {
        var watch = Stopwatch.StartNew();
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var answer = await ask();
            if (isThere(answer))
            {
                return (answer, watch.Elapsed);
            }

            if (watch.Elapsed > (atMost ?? Longest))
            {
                throw new TimeoutException($"What was waited for did not come; the last answer was {answer}.");
            }

            await rhythm.WaitForNextTickAsync();
        }
    }
}
