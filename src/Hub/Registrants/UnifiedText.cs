using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>One value of the profile with everything that sources hold of it.</summary>
/// <param name="Value">
/// The value of the source that the register's precedence puts first among those that may be shown; null when none may.
/// </param>
/// <param name="Agreement">How far the sources agree whose values may be shown.</param>
/// <param name="Held">Every source's value, in the register's precedence; withheld ones without it.</param>
public sealed record UnifiedText(string? Value, Agreement Agreement, IReadOnlyList<HeldText> Held)
{
    /// <summary>Why there is no value; null when there is one.</summary>
    public Withheld? Withheld => Value is null ? Held[0].Withheld : null;
}
