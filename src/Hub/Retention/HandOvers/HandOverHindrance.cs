using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Retention.HandOvers;

/// <summary>
/// Keeps from every erasure what has to be handed over first, until its recipient has confirmed receipt: what the rule is
/// about and the recipient may get, of people who have a relationship. What the recipient does not get waits for nobody.
/// </summary>
internal sealed class HandOverHindrance(HandOverStore store, RetentionFactsBook facts, PersonFinding persons, TimeProvider clock) : IErasureHindrance
{
    private const string Article = "GDPR Art. 17(3)(b)";

    public async Task<IReadOnlyList<ErasureHindrance?>> OfAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken)
    {
        var day = clock.Today();
        var rules = register.Pack.Retention
            .Where(rule => rule.HandOverTo is not null && RuleCoverage.CoversSource(rule.Sources, file.Source.Id)
                && !(rule.ValidFrom > day) && !(rule.ValidTo < day))
            .ToList();
        if (targets.Count == 0 || rules.Count == 0)
        {
            return new ErasureHindrance?[targets.Count];
        }

        // What came after an earlier hand-over, in a later relationship, was not handed over with it.
        var relationship = (await facts.OfAsync(register, file.Identities, cancellationToken).ConfigureAwait(false)).Relationship;
        var ended = relationship is { Status: RelationshipStatus.Ended, EndsOn: { } end } ? end : DateOnly.MaxValue;
        var ids = await persons.IdsOfAsync(register, file, cancellationToken).ConfigureAwait(false);
        var missing = new List<RetentionRule>();
        foreach (var rule in rules.Where(rule => HandOverDuty.Concerns(register, rule, relationship)))
        {
            if (!await store.IsConfirmedAsync(register.Id, ids, rule.HandOverTo!, ended, cancellationToken).ConfigureAwait(false))
            {
                missing.Add(rule);
            }
        }

        return [.. targets.Select(target => missing.Find(rule => Covers(register, rule, file.Source.FindRecordType(target.RecordType)!, target)) is { } rule
            ? Of(register, rule, relationship) with { AwaitsReceipt = true }
            : null)];
    }

    private static bool Covers(Register register, RetentionRule rule, RecordType type, RecordTarget target) => type.Fields
        .Where(field => target.Field is null || field.Name == target.Field)
        .Any(field => RuleCoverage.HandsOver(register.Pack, rule, field.Category ?? type.Category, type.Name, field.Name));

    private static ErasureHindrance Of(Register register, RetentionRule rule, RelationshipStanding relationship)
    {
        var recipient = register.Pack.FindRecipient(rule.HandOverTo!)?.Name.En ?? rule.HandOverTo;
        return relationship.Status == RelationshipStatus.InForce
            ? new(Article, $"It is handed over to '{recipient}' when the relationship has ended, and it goes on.", "The end of the relationship, then the recipient's receipt") { Statements = rule.Statements }
            : new(Article, $"It is handed over to '{recipient}' first, and no receipt has come.", "The recipient's receipt") { Statements = rule.Statements };
    }
}
