using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Why the register may hold personal identity codes (Data Protection Act 1050/2018 s. 29).</summary>
/// <param name="Ground">The ground in law.</param>
/// <param name="Explanation">How the register's business meets it.</param>
/// <param name="Article">The section of law.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportIdentityCode(IdentityCodeGround Ground, LocalText Explanation, string Article, IReadOnlyList<string> Statements)
{
    internal static PassportIdentityCode Of(IdentityCodeRule rule) => new(rule.Ground, rule.Explanation, rule.Article, rule.Statements);
}
