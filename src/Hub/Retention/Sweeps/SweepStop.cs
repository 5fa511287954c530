using System.Globalization;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Whether so much is due that a person looks first: a wrong rule or date must not empty a register overnight.</summary>
internal static class SweepStop
{
    /// <summary>Why a sweep stops; null where it goes on.</summary>
    /// <param name="due">How many persons are due.</param>
    /// <param name="population">How many persons the register's sources hold; null where none could tell.</param>
    /// <param name="options">The limits.</param>
    public static string? ReasonOf(int due, long? population, RetentionOptions options) => due <= options.StopLeast
        ? null
        : population is not { } all
            ? Text($"{due} persons are due, more than {options.StopLeast}, and no source tells of how many that is a share. Look at the lines, then confirm the number.")
            : due > options.StopShare * all
                ? Text($"{due} of {all} persons are due, more than {options.StopShare:P1}. Look at the lines, then confirm the number.")
                : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
