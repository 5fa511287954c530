namespace PersonalDataHub.Hub.Registrants;

/// <summary>One value of the profile with everything that sources hold of it.</summary>
/// <param name="Value">The value of the source that the register's precedence puts first.</param>
/// <param name="Agreement">How far the sources agree.</param>
/// <param name="Held">Every source's value, in the register's precedence.</param>
public sealed record UnifiedText(string Value, Agreement Agreement, IReadOnlyList<HeldText> Held);
