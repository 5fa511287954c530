using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Whether the person must give values of a field (GDPR Art. 13(2)(e)).</summary>
/// <param name="Requirement">Whether they must.</param>
/// <param name="Consequence">What follows when they are not given.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportProvision(ProvisionRequirement Requirement, LocalText Consequence, IReadOnlyList<string> Statements)
{
    internal static PassportProvision Of(ProvisionRule rule) => new(rule.Requirement, rule.Consequence, rule.Statements);
}
