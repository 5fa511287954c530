using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Blockers;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>What a register's policy pack says about erasing a field: what keeps it, and which statements stand behind that.</summary>
/// <param name="register">The register.</param>
/// <param name="source">The id of the source.</param>
/// <param name="blockers">How the register's blockers stand for the person.</param>
/// <param name="day">The day it is looked at.</param>
internal sealed class PackKeeping(Register register, string source, IReadOnlyList<ErasureBlocker> blockers, DateOnly day)
{
    private readonly StatutoryPeriods law = new(register);
    private readonly Dictionary<string, ErasureBlocker> keeping = blockers.Where(one => one.Keeps).ToDictionary(one => one.Rule, StringComparer.Ordinal);

    /// <summary>Ids of the statements that promise erasure.</summary>
    public IReadOnlyList<string> OfErasure { get; } =
        register.Pack.Formalities.FirstOrDefault(formality => formality.Right == RegistrantRight.Erasure)?.Statements ?? [];

    /// <summary>What keeps a field of a record, or the record as a whole; null when nothing in the pack does.</summary>
    /// <remarks>
    /// Blockers come first: while one holds, an event ends the keeping. A blocker that says no more than that there is a law
    /// holds as long as that law's own period runs; where the pack has none, what the source says of it counts.
    /// </remarks>
    public ErasureHindrance? Of(PersonalRecord record, RecordType type, RecordField? field)
    {
        var found = register.Pack.Blockers
            .Where(rule => keeping.ContainsKey(rule.Id) && BlockerCoverage.Covers(register, rule, type, field))
            .Select(rule => (Rule: rule, Stands: keeping[rule.Id]))
            .ToLookup(one => one.Rule is { Kind: BlockerKind.Law, Fact: null });
        var legal = found[true].ToList();
        return found[false].ToList() is { Count: > 0 } others ? Blocked(others)
            : law.Of(new KeptRecord(source, type, record).Of(field), day) is { } end ? Lawful(end, legal.SelectMany(one => one.Rule.Statements))
            : legal.Count > 0 ? Blocked(legal) with { ByLaw = true }
            : null;
    }

    /// <summary>Ids of the statements behind a source's own keeping: those of the law's shortest periods for such data.</summary>
    public IReadOnlyList<string> OfKeeping(RecordType type, RecordField? field) =>
    [
        .. register.Pack.Blockers
            .Where(rule => rule is { Kind: BlockerKind.Law } && BlockerCoverage.Covers(register, rule, type, field))
            .SelectMany(rule => rule.Statements)
            .Concat(register.Pack.Retention
                .Where(rule => rule.Strength == RetentionStrength.Minimum
                    && RuleCoverage.Covers(rule.Categories, rule.Fields, field?.Category ?? type.Category, type.Name, field?.Name))
                .SelectMany(rule => rule.Statements))
            .Distinct(StringComparer.Ordinal),
    ];

    private ErasureHindrance? Lawful(RetentionEnd end, IEnumerable<string> statements) => end.IsDueOn(day) ? null : new(
        end.Law ?? "GDPR Art. 17(3)(b)",
        end.Standing == RetentionStanding.Ends ? "The law keeps it." : $"The law keeps it; how long is not known yet. {end.Steps.LastOrDefault()?.Text}".TrimEnd(),
        null)
    {
        Until = end.KeptThrough,
        Statements = [.. end.Statements.Concat(statements).Distinct(StringComparer.Ordinal)],
    };

    private static ErasureHindrance Blocked(IReadOnlyList<(BlockerRule Rule, ErasureBlocker Stands)> found) => new(
        found[0].Rule.Article,
        string.Join(' ', found.Select(one => ReasonOf(one.Stands))),
        string.Join("; ", found.Select(one => one.Stands.LiftedBy).Distinct(StringComparer.Ordinal)))
    {
        Statements = [.. found.SelectMany(one => one.Rule.Statements).Distinct(StringComparer.Ordinal)],
        Blockers = [.. found.Where(one => one.Rule.Fact is not null).Select(one => one.Rule.Id)],
        Anonymise = found.All(one => one.Rule.Anonymise),
    };

    private static string ReasonOf(ErasureBlocker blocker) => blocker.State == BlockerState.NotKnown
        ? $"{blocker.Name}: not known. {blocker.NotKnownBecause}"
        : $"{blocker.Name}.";
}
