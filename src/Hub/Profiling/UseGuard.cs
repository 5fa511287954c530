using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Profiling;

/// <summary>Obeys what people have decided whenever their data is read: objections, withdrawn consents, no combining.</summary>
internal sealed class UseGuard(CatalogHolder catalogs, PermissionBook book, PersonPermissions persons, TimeProvider clock) : IPurposeGuard
{
    public PurposeRefusal? Refuse(Register register, Purpose purpose) =>
        ProfilingRule.IsProfiling(register, purpose) ? ProfilingRule.Refuse(register, purpose) : null;

    public async Task<PersonUse> OfAsync(Register register, Purpose purpose, KnownRegistrant person, CancellationToken cancellationToken)
    {
        if (!ProfilingRule.IsProfiling(register, purpose))
        {
            return new(Refusal(register, purpose, await book.HistoryAsync(person, cancellationToken).ConfigureAwait(false)), true);
        }

        // A source may keep the objection, and for profiling it is always asked.
        using var lease = catalogs.Lease();
        var (_, history, _) = await persons.ReadAsync(
            lease.Catalog, register, new RegistrantKey.ById(person.Id), cancellationToken).ConfigureAwait(false);
        return new(
            Refusal(register, purpose, history),
            !history.IsForbidden(PermissionUse.Processing, PermissionPurposes.Combination, null, clock.GetUtcNow()));
    }

    // Consent that is withdrawn ends only the purposes that rest on nothing else (Art. 7(3)); what may be objected to ends with the objection.
    private PurposeRefusal? Refusal(Register register, Purpose purpose, PermissionHistory history) =>
        history.Latest(PermissionUse.Processing, purpose.Id, null, clock.GetUtcNow()) switch
        {
            { Decision: PermissionDecision.Withdrawn } when PermissionPurposes.RestsOnConsentOnly(register, purpose) =>
                new(ProfilingRefusals.ConsentWithdrawn, $"The person has withdrawn the consent on which alone '{purpose.Id}' rests (GDPR Art. 7(3))."),
            { Decision: PermissionDecision.Refused } when IsObjectable(register, purpose) =>
                new(ProfilingRefusals.Objected, $"The person has forbidden the use for '{purpose.Id}' (GDPR Art. 21)."),
            _ => null,
        };

    private static bool IsObjectable(Register register, Purpose purpose) => PermissionPurposes.IsDecidable(register, purpose)
        && purpose.Nature is PurposeNature.DirectMarketing or PurposeNature.DistanceSelling or PurposeNature.MarketResearch
            or PurposeNature.OpinionResearch or PurposeNature.AdTargeting or PurposeNature.Profiling or PurposeNature.Publication;
}
