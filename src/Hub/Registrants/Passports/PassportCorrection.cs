using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Where and how values of a field are corrected.</summary>
/// <param name="Way">The way that comes first.</param>
/// <param name="Place">Where the person does it alone; null where that cannot be.</param>
/// <param name="OnRequest">What becomes of a request; <see cref="CorrectionWay.SelfService"/> never stands here.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportCorrection(CorrectionWay Way, LocalText? Place, CorrectionWay OnRequest, IReadOnlyList<string> Statements)
{
    internal static PassportCorrection Of(Register register, DataCategory? category, Source source, string recordType)
    {
        var onRequest = source.Describe(Ability.Rectification, recordType)?.Mode switch
        {
            null => CorrectionWay.ByArrangement,
            AbilityMode.Manual => CorrectionWay.ByHand,
            _ => CorrectionWay.ByRequest,
        };
        return new(
            category?.SelfService is null ? onRequest : CorrectionWay.SelfService,
            category?.SelfService,
            onRequest,
            register.Pack.Formalities.FirstOrDefault(formality => formality.Right == RegistrantRight.Rectification)?.Statements ?? []);
    }
}
