using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Plans one source's share of lifting a restriction (GDPR Art. 18(3)).</summary>
internal sealed class LiftShare(IDbContextFactory<HubDbContext> contexts, RestrictionHash hash)
{
    /// <summary>Whether anything that the request restricted is still restricted.</summary>
    public async Task<bool> IsInForceAsync(Register register, Guid request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Restrictions.AnyAsync(
            row => row.Register == register.Id && row.RequestId == request && row.LiftedAt == null, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register, SourceFile file, RestrictionLiftContent content, CancellationToken cancellationToken)
    {
        var (lifted, staying) = await RestrictionsAsync(register, content.Restriction, cancellationToken).ConfigureAwait(false);
        var items = new List<PlannedItem>();
        foreach (var record in file.Records)
        {
            var type = file.Source.FindRecordType(record.RecordType)!;

            // A source marks whole records: what another restriction still covers, wholly or in part, stays marked there.
            if (type.Fields.Any(field => staying.Exists(row => Covers(row, register, file, type, record.Key, field)))
                || SelectedRecord.Of(record, type, field => lifted.Exists(row => Covers(row, register, file, type, record.Key, field))) is not { } selected)
            {
                continue;
            }

            items.AddRange(ItemsOf(file, selected));
        }

        return items;
    }

    private static IEnumerable<PlannedItem> ItemsOf(SourceFile file, SelectedRecord selected)
    {
        var ability = file.Source.Describe(Ability.Restriction, selected.Type.Name);
        if (ability is { Mode: not AbilityMode.Manual } && !selected.Record.Restricted)
        {
            return [];
        }

        return selected.Targets.Select(target => new PlannedItem
        {
            Target = target,
            Fate = ability is null ? Fate.HubEnforce : Fate.Lift,
            Article = Articles.RestrictionLift,
            Reason = ability is null
                ? "The source was never told: the hub alone withheld it, and stops."
                : ByHand.ReasonFor(file.Source, Ability.Restriction, selected.Type.Name),
        });
    }

    private async Task<(List<RestrictionRow> Lifted, List<RestrictionRow> Staying)> RestrictionsAsync(
        Register register, Guid request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var lifted = await db.Restrictions.AsNoTracking()
            .Where(row => row.Register == register.Id && row.RequestId == request)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var registrants = lifted.Select(row => row.RegistrantId).Distinct().ToList();
        var staying = await db.Restrictions.AsNoTracking()
            .Where(row => row.Register == register.Id && row.RequestId != request && row.LiftedAt == null && registrants.Contains(row.RegistrantId))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return (lifted, staying);
    }

    private bool Covers(RestrictionRow row, Register register, SourceFile file, RecordType type, string key, RecordField field) => row.Scope switch
    {
        RestrictionScope.Person => true,
        RestrictionScope.Category => row.Category == (field.Category ?? type.Category),
        RestrictionScope.Record => Names(row, register, file, new(type.Name, key)),
        RestrictionScope.Field => Names(row, register, file, new(type.Name, key, field.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Scope, "The set of scopes is closed."),
    };

    private bool Names(RestrictionRow row, Register register, SourceFile file, RecordTarget target) =>
        hash.Of(register.Id, file.Source.Id, target).AsSpan().SequenceEqual(row.Target);
}
