namespace PersonalDataHub.Hub.Registers.Law;

/// <summary>An act of law that notices cite.</summary>
/// <param name="Id">Its id, such as <c>gdpr</c>.</param>
/// <param name="Name">Its name with its number.</param>
/// <param name="Mark">What citations of it contain: its number, or its short name.</param>
/// <param name="From">The first day on which it applied.</param>
/// <param name="To">The last day on which it was in force; null while it is.</param>
/// <param name="ReplacedBy">What holds instead; null while it is in force.</param>
public sealed record LegalAct(string Id, string Name, string Mark, DateOnly From, DateOnly? To = null, string? ReplacedBy = null)
{
    /// <summary>True on the days it was in force.</summary>
    public bool InForceOn(DateOnly day) => From <= day && !(To < day);
}
