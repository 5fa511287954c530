namespace PersonalDataHub.LoadComparison.Reporting;

/// <summary>What the library should reach, as ratios and differences taken in one run.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Value">What was measured; null when it could not be.</param>
/// <param name="Gate">What it must reach.</param>
/// <param name="Aim">What it should reach.</param>
/// <param name="Unit">Behind each figure.</param>
/// <param name="MoreIsBetter">Whether the value must be at least the gate; otherwise at most.</param>
internal sealed record Goal(string What, double? Value, double Gate, double Aim, string Unit, bool MoreIsBetter)
{
    /// <summary>Whether the gate was reached. What could not be measured is no failure.</summary>
    public bool IsReached => Value is not { } value || (MoreIsBetter ? value >= Gate : value <= Gate);
}
