using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Profiling;

/// <summary>Compares profiles of several people: a purpose of its own that honours what every one of them has decided.</summary>
public sealed class ProfileComparer
{
    /// <summary>The most people that one comparison takes.</summary>
    public const int MostPersons = 200;

    private readonly CatalogHolder catalogs;
    private readonly PersonPermissions permissions;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal ProfileComparer(CatalogHolder catalogs, PersonPermissions permissions, AuditTrail audit, TimeProvider clock) =>
        (this.catalogs, this.permissions, this.audit, this.clock) = (catalogs, permissions, audit, clock);

    /// <summary>Compares.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrants">Who; 2 to 200.</param>
    /// <param name="purpose">The purpose, one of the register's purposes of profiling.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RegistrantQueryException">The notice does not let it be done, or somebody is not known.</exception>
    public async Task<ProfileComparison> CompareAsync(
        string register, IReadOnlyList<RegistrantKey> registrants, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var of = caller.Role is Roles.DataProtectionOfficer or Roles.Tool && caller.CanSee(register) && lease.Catalog.FindRegister(register) is { } found
            ? found
            : throw new RegistrantQueryException("UNKNOWN_REGISTER", "There is no register of this id that you may see.");
        var scope = await audit.BeginAsync(
            new() { Actor = caller.Name, Role = caller.Role, Register = of.Id, Purpose = purpose, Operation = "compareProfiles" }, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var comparison = await CompareAsync(lease.Catalog, of, PurposeOf(of, purpose, registrants.Count), registrants, caller, cancellationToken)
                .ConfigureAwait(false);
            await scope.CompleteAsync(
                new() { Outcome = $"answered, {comparison.LeftOut} left out", Records = comparison.Persons }, cancellationToken).ConfigureAwait(false);
            return comparison;
        }
        catch (RegistrantQueryException refused)
        {
            await scope.CompleteAsync(new() { Outcome = $"refused: {refused.Code}" }, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private static Purpose PurposeOf(Register register, string named, int persons)
    {
        var purpose = register.FindPurpose(named)
            ?? throw new RegistrantQueryException("UNKNOWN_PURPOSE", $"The register '{register.Id}' has no such purpose.");
        if (ProfilingRule.Refuse(register, purpose) is { } refusal)
        {
            throw new RegistrantQueryException(refusal.Code, refusal.Message);
        }

        return !register.Pack.Profiling.Comparison
                ? throw new RegistrantQueryException(
                    ProfilingRefusals.ComparisonNotDeclared, "The register's notice does not provide for comparing profiles.")
            : persons is < 2 or > MostPersons
                ? throw new RegistrantQueryException("PERSONS_OUT_OF_RANGE", $"Name 2 to {MostPersons} people to compare.")
            : purpose;
    }

    private async Task<ProfileComparison> CompareAsync(
        ConnectorCatalog catalog, Register register, Purpose purpose, IReadOnlyList<RegistrantKey> registrants, Caller caller, CancellationToken cancellationToken)
    {
        var view = new PurposeView(register, purpose, caller.Role == Roles.DataProtectionOfficer);
        var now = clock.GetUtcNow();
        var counts = new Dictionary<Guid, Dictionary<string, int>>();
        var leftOut = new HashSet<Guid>();
        foreach (var key in registrants)
        {
            var (found, history, restricted) = await permissions.ReadAsync(catalog, register, key, cancellationToken).ConfigureAwait(false);
            if (history.IsForbidden(PermissionUse.Processing, purpose.Id, null, now)
                || history.IsForbidden(PermissionUse.Processing, PermissionPurposes.Combination, null, now)
                || PersonPermissions.IsRestricted(restricted, purpose))
            {
                leftOut.Add(found.Known.Id);
            }
            else
            {
                counts[found.Known.Id] = await CountAsync(found, view, cancellationToken).ConfigureAwait(false);
            }
        }

        var types = counts.Values.SelectMany(person => person.Keys).Distinct().Order(StringComparer.Ordinal);
        return new(
            counts.Count,
            leftOut.Count,
            counts.Count < 2
                ? []
                : [.. types.Select(type => (Type: type, Each: counts.Values.Select(person => person.GetValueOrDefault(type)).ToList()))
                    .Select(one => new ProfileMeasure(one.Type, one.Each.Average(), one.Each.Min(), one.Each.Max()))]);
    }

    private static async Task<Dictionary<string, int>> CountAsync(FoundRegistrant found, PurposeView view, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in found.Sources)
        {
            foreach (var type in source.Descriptor?.RecordTypes.Where(type => !type.ThirdParty && view.AllowsAnyOf(type)) ?? [])
            {
                var records = await found.ReadAsync(source, type.Name, cancellationToken).ConfigureAwait(false) ?? [];
                counts[type.Name] = counts.GetValueOrDefault(type.Name) + records.Count;
            }
        }

        return counts;
    }
}
