using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>What can keep values of a field from being erased, and what lifts it (GDPR Art. 17(3)).</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is, for people.</param>
/// <param name="LiftedBy">What would lift it.</param>
/// <param name="Fact">The fact that makes it hold for a person; null when it holds for everybody.</param>
/// <param name="Article">The article or section of law.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportBlockerRule(
    string Id, BlockerKind Kind, LocalText Name, LocalText LiftedBy, string? Fact, string Article, IReadOnlyList<string> Statements)
{
    internal static PassportBlockerRule Of(BlockerRule rule) =>
        new(rule.Id, rule.Kind, rule.Name, rule.LiftedBy, rule.Fact, rule.Article, rule.Statements);
}
