namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>What a sentence says of transfers out of the EU and EEA.</summary>
internal static class TransferWords
{
    private static readonly Wording denied = new(@"\b(ei|eivät|eikä)\b|\bnot\b|\bnever\b|\bno (data|transfer)");
    private static readonly Wording condition = new(@"\b(ellei|elleivät|paitsi|muutoin kuin|unless|except)\b");
    private static readonly Wording safeguard = new(
        @"vakio\w*lausek|vakiosopimus|riittäv\w* .{0,15}(taso|suoja)|suojatoim|sitovat säännöt|yksityisyydensuojakehy|(4[5-9]|46) ?artikla|" +
        @"standard contractual|adequa|safeguard|binding corporate|data privacy framework|article 4[5-9]|art\. 4[5-9]");

    /// <summary>True when a sentence says that there are none, whatever happens.</summary>
    public static bool IsDenial(string text) => denied.IsIn(text) && !condition.IsIn(text);

    /// <summary>True when a sentence says that there are some under a condition.</summary>
    public static bool IsConditional(string text) => denied.IsIn(text) && condition.IsIn(text);

    /// <summary>True when a safeguard of Chapter V is named.</summary>
    public static bool NamesSafeguard(string text) => safeguard.IsIn(text);
}
