using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Asks, at the moment of the disclosure, what the persons themselves have said about it.</summary>
internal sealed class PersonGates(PermissionBook permissions, RestrictionBook restrictions, TimeProvider clock)
{
    /// <summary>What forbids it; persons are counted, not named.</summary>
    public async Task<IReadOnlyList<DisclosureMistake>> CheckAsync(
        Register register,
        DisclosureOrder order,
        DisclosureKind kind,
        IReadOnlyList<AskedField> fields,
        IReadOnlyList<KnownRegistrant> persons,
        CancellationToken cancellationToken)
    {
        var purpose = register.FindPurpose(order.For)!;
        var ground = register.Pack.DisclosureGrounds.FirstOrDefault(one => one.Id == order.Ground);
        var (withoutConsent, forbidding, restricted) = (0, 0, 0);
        var now = clock.GetUtcNow();
        foreach (var person in persons)
        {
            var history = await permissions.HistoryAsync(person, cancellationToken).ConfigureAwait(false);
            if (ground?.Kind == DisclosureGroundKind.Consent && !history.IsGiven(PermissionUse.Disclosure, purpose.Id, null, now))
            {
                withoutConsent++;
            }

            // What law demands cannot be forbidden; whatever rests on anything else can.
            var use = kind is DisclosureKind.OwnUse or DisclosureKind.Processing ? PermissionUse.Processing : PermissionUse.Disclosure;
            if (ground?.Kind != DisclosureGroundKind.Statute && history.IsForbidden(use, purpose.Id, null, now))
            {
                forbidding++;
            }

            var inForce = await restrictions.InForceAsync(person, cancellationToken).ConfigureAwait(false);
            if (inForce.All.Any(restriction => !AllowedUse.Allows(restriction.Ground, purpose.RestrictedUse) && MayCover(restriction, fields)))
            {
                restricted++;
            }
        }

        return
        [
            .. Told(withoutConsent, DisclosureMistakes.ConsentNotGiven, "has not given permission for it, or has taken it back", ground?.Statements),
            .. Told(forbidding, DisclosureMistakes.Forbidden, "has forbidden it", purpose.Statements),
            .. Told(restricted, DisclosureMistakes.Restricted, "has restricted the data (GDPR Art. 18(2))", null),
        ];

        IEnumerable<DisclosureMistake> Told(int count, string code, string what, IReadOnlyList<string>? statements)
        {
            if (count > 0)
            {
                yield return new(
                    code,
                    persons.Count == 1 ? $"The person {what}." : $"Of {persons.Count} persons {count} {what.Replace("has ", "have ", StringComparison.Ordinal)}; leave them out.",
                    order.For,
                    statements ?? []);
            }
        }
    }

    // Which record a narrower restriction covers is kept as a hash: it is taken to cover what is asked for.
    private static bool MayCover(Restriction restriction, IReadOnlyList<AskedField> fields) =>
        restriction.Scope != RestrictionScope.Category || fields.Any(field => field.Category == restriction.Category);
}
