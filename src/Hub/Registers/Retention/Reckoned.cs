using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>What one rule gives: a last day, or why there is none.</summary>
internal sealed record Reckoned(RetentionRule Rule, RetentionStanding Standing, DateOnly KeptThrough, RetentionStep Step)
{
    /// <summary>What is later comes later: open and unknown ends after every day, so that nothing is erased on a guess.</summary>
    public int CompareTo(Reckoned other) => (Standing == RetentionStanding.Ends, other.Standing == RetentionStanding.Ends) switch
    {
        (true, true) => KeptThrough.CompareTo(other.KeptThrough),
        (true, false) => -1,
        (false, true) => 1,
        // Of two without a day the one that is in force for certain tells more.
        (false, false) => other.Standing.CompareTo(Standing),
    };

    public static Reckoned Latest(IEnumerable<Reckoned> among) => among.Aggregate((one, next) => next.CompareTo(one) > 0 ? next : one);

    public static Reckoned Earliest(IEnumerable<Reckoned> among) => among.Aggregate((one, next) => next.CompareTo(one) < 0 ? next : one);
}
