using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Whether values of a field can be taken along to another controller, and why.</summary>
/// <param name="Reason">The reason that decides.</param>
/// <param name="Bases">Ids of the bases that make it portable.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record PassportPortability(PortabilityReason Reason, IReadOnlyList<string> Bases, IReadOnlyList<string> Statements)
{
    /// <summary>Whether they can.</summary>
    public bool Portable => Reason is PortabilityReason.Portable or PortabilityReason.PortableWithCare;

    internal static PassportPortability Of(
        Register register, Source source, DataOrigin origin, bool thirdParty, IReadOnlyList<PassportUse> uses)
    {
        // What fulfils rights, or keeps the systems safe, is no processing that a person takes along.
        IReadOnlyList<string> bases =
        [
            .. uses.Where(use => use.Nature is not (PurposeNature.Rights or PurposeNature.Security))
                .SelectMany(use => use.Bases)
                .Where(basis => basis.Kind is BasisKind.Consent or BasisKind.Contract)
                .Select(basis => basis.Id)
                .Distinct(),
        ];
        var reason = origin == DataOrigin.Inferred ? PortabilityReason.Inferred
            : source.Stewardship.Medium == SourceMedium.Paper ? PortabilityReason.NotAutomated
            : bases.Count == 0 ? PortabilityReason.OtherBasis
            : thirdParty ? PortabilityReason.PortableWithCare
            : PortabilityReason.Portable;
        return new(
            reason,
            bases,
            [.. register.Pack.Statements.Where(statement => statement.Heading == NoticeHeading.Portability).Select(statement => statement.Id)]);
    }
}
