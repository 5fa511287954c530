using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Puts together what is known of one person's decisions: the hub's, the sources', and what is restricted.</summary>
internal sealed class PersonPermissions(PermissionBook book, RestrictionBook restrictions, RegistrantLookup lookup)
{
    private static readonly TimeSpan wait = TimeSpan.FromSeconds(10);

    /// <summary>Finds the person and reads everything.</summary>
    /// <exception cref="RegistrantQueryException">Nobody or several are found.</exception>
    public async Task<(FoundRegistrant Found, PermissionHistory History, RestrictionsInForce Restricted)> ReadAsync(
        ConnectorCatalog catalog, Register register, RegistrantKey key, CancellationToken cancellationToken)
    {
        var found = await lookup.FindAsync(catalog, register, key, wait, cancellationToken).ConfigureAwait(false);
        var (flags, _) = await SourcePermissions.ReadAsync(register, found, cancellationToken).ConfigureAwait(false);
        var history = await book.HistoryAsync(found.Known, cancellationToken).ConfigureAwait(false);
        return (
            found,
            history.With(flags.SelectMany(flag => flag.Events())),
            await restrictions.InForceAsync(found.Known, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The purposes of a register that are off by default and were turned on at a moment.</summary>
    public async Task<IReadOnlySet<string>> TurnedOnAsync(Register register, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var on = new HashSet<string>(StringComparer.Ordinal);
        foreach (var purpose in register.Purposes.Where(purpose => purpose.Default == PurposeDefault.Off))
        {
            if (await book.IsTurnedOnAsync(register.Id, purpose.Id, at, cancellationToken).ConfigureAwait(false))
            {
                on.Add(purpose.Id);
            }
        }

        return on;
    }

    /// <summary>Whether what is restricted may be needed for a purpose that may not use it.</summary>
    public static bool IsRestricted(RestrictionsInForce restricted, Purpose purpose) => restricted.All.Any(restriction =>
        !AllowedUse.Allows(restriction.Ground, purpose.RestrictedUse)
        && (restriction.Scope != RestrictionScope.Category || purpose.Allows(restriction.Category!)));
}
