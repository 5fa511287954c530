using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>A purpose that may see a value, with the bases it rests on.</summary>
/// <param name="Purpose">The purpose's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Nature">What it is in law's eyes.</param>
/// <param name="PartOf">The id of the purpose it is a part of; null for none.</param>
/// <param name="Bases">The legal bases; none is reported as drift.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportUse(
    string Purpose,
    LocalText Name,
    PurposeNature Nature,
    string? PartOf,
    IReadOnlyList<PassportBasis> Bases,
    IReadOnlyList<string> Statements)
{
    internal static PassportUse Of(Purpose purpose, PolicyPack pack) => new(
        purpose.Id,
        purpose.Names,
        purpose.Nature,
        purpose.PartOf,
        [.. purpose.Bases.Select(pack.FindBasis).OfType<LegalBasis>().Select(PassportBasis.Of)],
        purpose.Statements);
}
