using Microsoft.Extensions.Options;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Holds the options to their ranges; all mistakes at once.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        var mistakes = new List<string>();
        Check(nameof(options.StopShare), options.StopShare, 0, 1);
        Check(nameof(options.StopLeast), options.StopLeast, 0, 100_000);
        Check(nameof(options.WaitAtMost), options.WaitAtMost, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Check(nameof(options.LookAgainAfterDays), options.LookAgainAfterDays, 1, 90);
        Check(nameof(options.ReceiptAlarmAfterDays), options.ReceiptAlarmAfterDays, 1, 365);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Check<T>(string option, T value, T least, T most)
            where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                mistakes.Add($"{RetentionOptions.Section}:{option} is {value}; it may be {least} to {most}.");
            }
        }
    }
}
