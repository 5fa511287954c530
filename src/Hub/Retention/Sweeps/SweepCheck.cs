using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention.HandOvers;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Looks at one person: reads the file, works out what is due, and plans with the planner of erasures.</summary>
internal sealed class SweepCheck(
    RequestPlanning planning, RetentionReading reading, RetentionFactsBook facts, RetentionOptions options, TimeProvider clock)
{
    private const int LongestRest = 90;

    /// <summary>What is asked of every person: what is due.</summary>
    public static ErasureContent Content { get; } = new(new Scope.Due(), ErasureGround.NoLongerNecessary) { Retention = true };

    /// <summary>Looks. Changes nothing.</summary>
    public async Task<CheckResult> OfAsync(ConnectorCatalog catalog, Register register, RegistrantKey key, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        RegistrantFile? file = null;
        try
        {
            var planned = await planning.PlanAsync(
                catalog, register, key, Content, options.WaitAtMost, whole => file = whole, cancellationToken).ConfigureAwait(false);
            return await OfAsync(register, file!, planned.Draft, today, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestException refused)
        {
            var nothing = refused.Mistakes.All(mistake =>
                mistake.Code is RequestMistakes.UnknownRegistrant or RequestMistakes.NothingHeld or RequestMistakes.AlreadyErased);
            return new(nothing ? CheckState.Nothing : CheckState.NotKnown, nothing ? today.AddDays(LongestRest) : today) { Registrant = file?.Registrant.Id };
        }
    }

    private async Task<CheckResult> OfAsync(
        Register register, RegistrantFile file, DraftPlan draft, DateOnly today, CancellationToken cancellationToken)
    {
        var relationship = (await facts.OfAsync(register, file.Registrant, cancellationToken).ConfigureAwait(false)).Relationship;
        var ends = new List<(string Source, HeldEnd Held)>();
        foreach (var source in file.Sources)
        {
            ends.AddRange((await reading.OfAsync(register, source, cancellationToken).ConfigureAwait(false)).Select(end => (source.Source.Id, end)));
        }

        var due = ends.FindAll(end => end.Held.End.IsDueOn(today));
        var lines = Lines(draft, due);
        var result = new CheckResult(CheckState.Due, today.AddDays(options.LookAgainAfterDays))
        {
            Registrant = file.Registrant.Id,
            Lines = lines,
            Automatic = due.TrueForAll(end => end.Held.End.Automatic),
            StillThere = StillThere(register, due),
            HandOvers = HandOvers(register, relationship, ends),
        };
        return lines.Count > 0 ? result
            : due.Count > 0 ? result with { State = CheckState.Kept, NotBefore = result.StillThere.Count > 0 ? today.AddDays(1) : result.NotBefore }
            : draft.Plan.NotReached.Count > 0 || ends.Exists(end => end.Held.End.Standing == RetentionStanding.NotKnown)
                ? result with { State = CheckState.NotKnown, NotBefore = today }
                : result with { State = CheckState.NotYet, NotBefore = Next(relationship, ends, today) };
    }

    // Nothing that is known now can make anything due before this day; what is not known now may, so it is not put off for ever.
    private static DateOnly Next(RelationshipStanding relationship, List<(string Source, HeldEnd Held)> ends, DateOnly today)
    {
        var next = ends.Select(end => end.Held.End.EraseFrom).Append(relationship.EndsOn).Where(day => day > today).Min() ?? today.AddDays(LongestRest);
        return next > today.AddDays(LongestRest) ? today.AddDays(LongestRest) : next;
    }

    private static IReadOnlyList<SweepLine> Lines(DraftPlan draft, List<(string Source, HeldEnd Held)> due)
    {
        var byRecord = due.ToLookup(end => (end.Source, end.Held.Type.Name, end.Held.Key), end => end.Held);
        var found =
            from task in draft.Tasks
            from item in task.Items
            where item.Fate != Fate.Retain
            let last = byRecord[(task.Source, item.Target.RecordType, item.Target.Key)]
                .Where(end => item.Target.Field is null || end.Field.Name == item.Target.Field)
                .MaxBy(end => end.End.KeptThrough)
            where last is not null
            select (task.Source, item, last);
        return
        [
            .. found.GroupBy(one => (one.Source, one.item.Target.RecordType, one.item.Target.Field, one.last.End.Rule, one.item.Fate)).Select(same => new SweepLine
            {
                Source = same.Key.Source,
                RecordType = same.Key.RecordType,
                Field = same.Key.Field,
                Rule = same.Key.Rule!,
                Fate = same.Key.Fate,
                Reason = ReasonOf(same.First().last.End, same.First().item.Reason),
                Statements = same.First().last.End.Statements,
                Records = same.Count(),
                Persons = 1,
                DueSince = same.Min(one => one.last.End.EraseFrom!.Value),
            }),
        ];
    }

    private static string ReasonOf(RetentionEnd end, string? more) =>
        $"The time of the retention rule '{end.Rule}' is over{(end.Law is { } law ? $" ({law})" : "")}.{(more is null ? "" : $" {more}")}";

    private static IReadOnlyList<(string, string, string, DateOnly, int)> StillThere(Register register, List<(string Source, HeldEnd Held)> due)
    {
        var vanishing = register.Pack.Retention.Where(rule => rule.BySource).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. due.Where(end => end.Held.End.Rule is { } rule && vanishing.Contains(rule))
                .GroupBy(end => (end.Source, end.Held.Type.Name, Rule: end.Held.End.Rule!))
                .Select(same => (same.Key.Source, same.Key.Name, same.Key.Rule, same.Min(end => end.Held.End.EraseFrom!.Value),
                    same.Select(end => end.Held.Key).Distinct(StringComparer.Ordinal).Count())),
        ];
    }

    private static IReadOnlyList<(string, Registers.Policy.RetentionRule, DateOnly, DateOnly)> HandOvers(
        Register register, RelationshipStanding relationship, List<(string Source, HeldEnd Held)> ends) => relationship is not { Status: RelationshipStatus.Ended, EndsOn: { } ended }
        ? []
        : [.. ends.Where(end => end.Held.End.HandOverTo is not null)
            .GroupBy(end => end.Held.End.HandOverTo!)
            .Select(same => (
                Recipient: same.Key,
                Rule: register.Pack.Retention.First(rule => rule.HandOverTo == same.Key),
                ended,
                same.Min(end => end.Held.End.EraseFrom) ?? ended))
            .Where(one => HandOverDuty.Concerns(register, one.Rule, relationship))];
}
