namespace PersonalDataHub.Hub.Disclosures;

/// <summary>That a recipient has what went to it.</summary>
/// <param name="At">When the receipt was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Reference">The recipient's reference.</param>
public sealed record DisclosureReceipt(DateTimeOffset At, string By, string Reference)
{
    /// <summary>The moment, never the reference.</summary>
    public override string ToString() => $"receipt of {At:O}";
}
