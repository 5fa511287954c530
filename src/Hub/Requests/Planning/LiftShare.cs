using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Plans one source's share of lifting a restriction (GDPR Art. 18(3)).</summary>
internal sealed class LiftShare(RestrictionBook book)
{
    /// <summary>Whether anything that the request restricted is still restricted.</summary>
    public Task<bool> IsInForceAsync(Register register, Guid request, CancellationToken cancellationToken) =>
        book.IsInForceAsync(register.Id, request, cancellationToken);

    public async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register, SourceFile file, RestrictionLiftContent content, CancellationToken cancellationToken)
    {
        var (lifted, staying) = await book.LiftedByAsync(register.Id, content.Restriction, cancellationToken).ConfigureAwait(false);
        var items = new List<PlannedItem>();
        foreach (var record in file.Records)
        {
            var type = file.Source.FindRecordType(record.RecordType)!;

            // A source marks whole records: what another restriction still covers, wholly or in part, stays marked there.
            if (type.Fields.Any(field => staying.Covering(file.Source, type, record.Key, field).Any())
                || SelectedRecord.Of(record, type, field => lifted.Covering(file.Source, type, record.Key, field).Any()) is not { } selected)
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
}
