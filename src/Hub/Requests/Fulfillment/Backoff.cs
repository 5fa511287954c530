namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>How long to wait before the next try: doubling, up to a limit, with jitter so that not all come back at once.</summary>
/// <param name="options">First and longest wait.</param>
/// <param name="random">Gives the jitter; must be safe to use from several threads.</param>
internal sealed class Backoff(FulfillmentOptions options, Random random)
{
    /// <param name="tries">How many tries in a row were in vain, from 1.</param>
    /// <returns>Half to all of the doubled wait.</returns>
    public TimeSpan After(int tries)
    {
        var full = Math.Min(
            options.LongestBackoff.TotalSeconds, options.FirstBackoff.TotalSeconds * Math.Pow(2, Math.Max(0, tries - 1)));
        return TimeSpan.FromSeconds(full * (1 + random.NextDouble()) / 2);
    }
}
