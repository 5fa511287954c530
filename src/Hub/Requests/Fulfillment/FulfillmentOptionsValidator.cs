using Microsoft.Extensions.Options;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Holds the options to their ranges; all mistakes at once.</summary>
internal sealed class FulfillmentOptionsValidator : IValidateOptions<FulfillmentOptions>
{
    public ValidateOptionsResult Validate(string? name, FulfillmentOptions options)
    {
        var mistakes = new List<string>();
        Check(nameof(options.FirstBackoff), options.FirstBackoff, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Check(nameof(options.LongestBackoff), options.LongestBackoff, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Check(nameof(options.FailuresUntilDeadLetter), options.FailuresUntilDeadLetter, 1, 100);
        Check(nameof(options.ReadBackRounds), options.ReadBackRounds, 1, 100);
        Check(nameof(options.Lease), options.Lease, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
        Check(nameof(options.Heartbeat), options.Heartbeat, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        if (options.BlockerCheck is { } every && every != TimeSpan.Zero)
        {
            Check(nameof(options.BlockerCheck), every, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        }

        if (options.CallbackAddress is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https"))
        {
            mistakes.Add($"{FulfillmentOptions.Section}:{nameof(options.CallbackAddress)} must be an address such as https://hub.example.org.");
        }

        Check(nameof(options.ReturnCheck), options.ReturnCheck, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        Check(nameof(options.PendingPoll), options.PendingPoll, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));
        Check(nameof(options.ReadBackTimeout), options.ReadBackTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Check(nameof(options.ShutdownGrace), options.ShutdownGrace, TimeSpan.Zero, TimeSpan.FromSeconds(25));
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Check<T>(string option, T value, T least, T most)
            where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                mistakes.Add($"{FulfillmentOptions.Section}:{option} is {value}; it may be {least} to {most}.");
            }
        }
    }
}
