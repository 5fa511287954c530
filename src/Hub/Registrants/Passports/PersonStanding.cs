using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Blockers;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>
/// How things stand with one person, read once for one answer: what the passports of all values shown have in common. What
/// nobody selects is not read.
/// </summary>
/// <param name="register">The register.</param>
/// <param name="view">What the purpose of the answer may see.</param>
/// <param name="types">Every record type of the register's sources.</param>
/// <param name="facts">How the relationship and the consents stand; nothing asked where no end is selected.</param>
/// <param name="blockers">How each blocker of the register stands; empty where none is selected.</param>
/// <param name="day">The day of the answer.</param>
internal sealed class PersonStanding(
    Register register,
    PurposeView view,
    IReadOnlyList<RecordType> types,
    RetentionFacts facts,
    IReadOnlyList<ErasureBlocker> blockers,
    DateOnly day)
{
    private readonly StatutoryPeriods law = new(register);
    private readonly Dictionary<string, ErasureBlocker> stands = blockers.ToDictionary(one => one.Rule, StringComparer.Ordinal);
    private readonly Dictionary<string, bool> shown = register.Pack.Blockers.ToDictionary(rule => rule.Id, rule => Sees(rule, view, types), StringComparer.Ordinal);

    /// <summary>How the relationship and the consents stand.</summary>
    public RetentionFacts Facts => facts;

    /// <summary>How every blocker of the register stands, by the rule's id; none where they are not selected.</summary>
    public IReadOnlyDictionary<string, ErasureBlocker> Stands => stands;

    /// <summary>How the blockers stand that can keep a field of a record.</summary>
    public IReadOnlyList<ErasureBlocker> Of(HeldRecord record, RecordField field) =>
    [
        .. register.Pack.Blockers
            .Where(rule => stands.ContainsKey(rule.Id) && BlockerCoverage.Covers(register, rule, record.Type, field))
            .Select(rule => shown[rule.Id] ? Told(rule, record, field) : Hidden(stands[rule.Id])),
    ];

    // A law without a fact keeps a record as long as its own period runs.
    private ErasureBlocker Told(BlockerRule rule, HeldRecord record, RecordField field)
    {
        var blocker = stands[rule.Id];
        return rule is not { Kind: BlockerKind.Law, Fact: null } || law.Of(record.Kept.Of(field), day) is not { } end ? blocker : end.Standing switch
        {
            RetentionStanding.Ends => blocker with
            {
                State = end.IsDueOn(day) ? BlockerState.DoesNotHold : BlockerState.Holds,
                At = RetentionDay.Start(end.KeptThrough!.Value),
            },
            RetentionStanding.NotKnown => blocker with { State = BlockerState.NotKnown, NotKnownBecause = end.Steps.LastOrDefault()?.Text },
            _ => blocker,
        };
    }

    // Whether an invoice is open is itself data on invoices: a purpose that may not see these is not told.
    private static ErasureBlocker Hidden(ErasureBlocker blocker) => blocker with
    {
        State = BlockerState.NotKnown,
        NotKnownBecause = "The purpose may not see all of the data that it is about.",
        At = null,
        ToldBy = [],
    };

    private static bool Sees(BlockerRule rule, PurposeView view, IEnumerable<RecordType> types) =>
        rule.Categories.All(view.Allows)
        && types.All(type => type.Fields.All(field =>
            rule.Fields.Count == 0 || !RuleCoverage.Covers([], rule.Fields, string.Empty, type.Name, field.Name) || view.Allows(type, field)));
}
