using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>From whom the register gets such values, as the notice says (GDPR Art. 14(2)(f)).</summary>
/// <param name="Id">The id of the class of origin.</param>
/// <param name="Kind">From whom.</param>
/// <param name="Name">What the notice calls it.</param>
/// <param name="Mechanism">By what means, such as an invitation link; null where it does not matter.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportOrigin(string Id, OriginKind Kind, LocalText Name, LocalText? Mechanism, IReadOnlyList<string> Statements)
{
    internal static PassportOrigin Of(OriginClass origin) => new(origin.Id, origin.Kind, origin.Name, origin.Mechanism, origin.Statements);
}
