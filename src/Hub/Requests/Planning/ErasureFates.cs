using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Says what becomes of what an erasure takes in, with the article and the statements behind it.</summary>
/// <param name="pack">What the register's policy says.</param>
/// <param name="article">The article of the request's ground.</param>
/// <param name="method">What was asked for.</param>
internal sealed class ErasureFates(PackKeeping pack, string article, ErasureMethod method)
{
    public static PlannedItem Retained(RecordTarget target, ErasureHindrance kept) => new()
    {
        Target = target,
        Fate = Fate.Retain,
        Article = kept.Article,
        Reason = kept.Anonymise ? $"{kept.Reason} The source cannot make it anonymous, so it stays as it is." : kept.Reason,
        Until = kept.Until,
        LiftedBy = kept.LiftedBy,
        Statements = kept.Statements,
        Blockers = kept.Blockers,
        AwaitsReceipt = kept.AwaitsReceipt,
    };

    public PlannedItem Unsupported(RecordTarget target) => new()
    {
        Target = target,
        Fate = Fate.Unsupported,
        Article = article,
        Reason = "The source cannot erase records of this type by request.",
        Statements = pack.OfErasure,
    };

    /// <summary>Whether a record is made anonymous: asked for, or while a blocker that is content with that keeps it.</summary>
    public bool IsMadeAnonymous(Source source, RecordTarget target, ErasureHindrance? kept) =>
        target.Field is null
        && (kept?.Anonymise ?? method == ErasureMethod.Anonymise)
        && source.Supports(Ability.Anonymisation, target.RecordType);

    /// <summary>What comes of the source's answer; null when it holds nothing there.</summary>
    public PlannedItem? Of(Source source, KeptPart part, RecordTarget target, WriteItem answer, bool anonymise)
    {
        var field = part.Selected.Type.Fields.FirstOrDefault(one => one.Name == target.Field);
        return answer switch
        {
            not (WriteRetained or WriteNotHeld) when part.Kept is { ByLaw: true } law && !anonymise => Retained(target, law),
            WriteDone or WritePending => Done(source, part, target, anonymise),
            WriteManual manual => Asked(target, Fate.Manual, manual.Instruction),
            WriteConflict conflict => Asked(target, Fate.Manual, conflict.Reason),
            WriteRetained kept => new()
            {
                Target = target,
                Fate = Fate.Retain,
                Article = kept.Ground,
                Until = kept.Until,
                LiftedBy = kept.LiftedBy,
                Statements = pack.OfKeeping(part.Selected.Type, field),
            },

            // A key cannot go while the record is kept for its other fields.
            WriteUnsupported when part.Apart is { } rest =>
                Retained(target, rest with { Reason = $"It stays with the record. {rest.Reason}" }),
            WriteUnsupported unsupported => Asked(target, Fate.Unsupported, unsupported.Reason),
            WriteNotHeld => null,
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.GetType().Name, "The set of answers is closed."),
        };
    }

    private PlannedItem Done(Source source, KeptPart part, RecordTarget target, bool anonymise) =>
        (anonymise, part.Kept) switch
        {
            (true, { } kept) => new()
            {
                Target = target,
                Fate = Fate.Anonymise,
                Article = kept.Article,
                Reason = kept.Reason,
                LiftedBy = kept.LiftedBy,
                Statements = kept.Statements,
            },
            (true, null) => Asked(target, Fate.Anonymise, null),
            _ => Asked(target, Fate.Erase, method == ErasureMethod.Anonymise && target.Field is null
                ? "The source cannot make it anonymous; it goes."
                : ByHand.ReasonFor(source, Ability.Erasure, target.RecordType)),
        };

    private PlannedItem Asked(RecordTarget target, Fate fate, string? reason) =>
        new() { Target = target, Fate = fate, Article = article, Reason = reason, Statements = pack.OfErasure };
}
