using PersonalDataHub.Hub.Registers.Law;

namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>One version of a register's privacy notice.</summary>
/// <param name="Id">What decisions name it by, such as <c>2018-05-25</c>.</param>
/// <param name="From">The first day on which it applied; null for an undated notice, which applies before every dated one.</param>
/// <param name="Title">Its title.</param>
/// <param name="Regimes">The laws it was written to satisfy, as ids of <see cref="Law.LegalActs"/>, such as <c>gdpr</c>.</param>
public sealed record NoticeVersion(string Id, DateOnly? From, LocalText Title, IReadOnlyList<string> Regimes)
{
    /// <summary>Those of the laws that were in force on a day, and whose documents the notice therefore had to be.</summary>
    public IReadOnlyList<LegalAct> RegimesOn(DateOnly day) =>
        [.. Regimes.Select(LegalActs.Find).OfType<LegalAct>().Where(act => act.InForceOn(day))];
}
