using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>A legal basis on which a value is used.</summary>
/// <param name="Id">Its id in the register's policy.</param>
/// <param name="Kind">Which of the law's bases it is.</param>
/// <param name="Article">The article, such as <c>GDPR Art. 6(1)(b)</c>.</param>
/// <param name="Name">What the notice calls it.</param>
/// <param name="Interest">The interest pursued; null unless the basis is a legitimate interest.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportBasis(
    string Id, BasisKind Kind, string Article, LocalText Name, LocalText? Interest, IReadOnlyList<string> Statements)
{
    internal static PassportBasis Of(LegalBasis basis) => new(basis.Id, basis.Kind, basis.Article, basis.Name, basis.Interest, basis.Statements);
}
