using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Plans one source's share of an erasure, as the source itself says it would do it (GDPR Art. 17).</summary>
internal sealed class ErasureShare(ScopeSelection selection, PreviewErasure preview, IEnumerable<IErasureHindrance> hindrances)
{
    // Enough for nearly everybody's file in one call; a source with more is asked again rather than sent a huge request.
    private const int TargetsPerCall = 500;

    /// <exception cref="ShareNotPlannedException">The source did not say what it would do.</exception>
    public async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register, SourceFile file, ErasureContent content, CancellationToken cancellationToken)
    {
        var article = Articles.Of(content.Ground);
        var planned = new List<PlannedItem>();
        var asked = new List<(SelectedRecord Selected, RecordTarget Target)>();
        var selected = selection.Of(register, file, content.Scope).SelectMany(one => one.Targets.Select(target => (one, target))).ToList();
        var kept = await HindrancesAsync(register, file, content, [.. selected.Select(one => one.target)], cancellationToken).ConfigureAwait(false);
        foreach (var ((one, target), hindrance) in selected.Zip(kept))
        {
            if (hindrance is not null)
            {
                planned.Add(new() { Target = target, Fate = Fate.Retain, Article = hindrance.Article, Reason = hindrance.Reason, Until = hindrance.Until, LiftedBy = hindrance.LiftedBy });
            }
            else if (!file.Source.Supports(Ability.Erasure, target.RecordType))
            {
                planned.Add(new() { Target = target, Fate = Fate.Unsupported, Article = article, Reason = "The source cannot erase records of this type by request." });
            }
            else
            {
                asked.Add((one, target));
            }
        }

        var answers = await PreviewAsync(file, [.. asked.Select(one => one.Target)], cancellationToken).ConfigureAwait(false);
        var apart = await FieldsOfRetainedAsync(file, asked, answers, cancellationToken).ConfigureAwait(false);
        foreach (var ((_, target), answer) in asked.Zip(answers))
        {
            planned.AddRange((apart.GetValueOrDefault(target) ?? [(target, answer)])
                .Select(one => Item(file.Source, one.Target, one.Answer, article)).OfType<PlannedItem>());
        }

        return planned;
    }

    private async Task<IReadOnlyList<ErasureHindrance?>> HindrancesAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken)
    {
        var found = new ErasureHindrance?[targets.Count];
        foreach (var hindrance in hindrances)
        {
            var told = await hindrance.OfAsync(register, file, content, targets, cancellationToken).ConfigureAwait(false);
            found = [.. found.Zip(told, (earlier, one) => earlier ?? one)];
        }

        return found;
    }

    // A record that is kept as a whole is rarely kept with every field: the plan shows each field's own fate.
    private async Task<IReadOnlyDictionary<RecordTarget, IReadOnlyList<(RecordTarget Target, WriteItem Answer)>>> FieldsOfRetainedAsync(
        SourceFile file,
        IReadOnlyList<(SelectedRecord Selected, RecordTarget Target)> asked,
        IReadOnlyList<WriteItem> answers,
        CancellationToken cancellationToken)
    {
        var retained = asked.Zip(answers, (one, answer) => (one.Selected, one.Target, Whole: answer))
            .Where(one => one is { Target.Field: null, Whole: WriteRetained })
            .Select(one => (one.Target, one.Whole, Fields: one.Selected.HeldFields.ToList()))
            .ToList();
        var told = await PreviewAsync(file, [.. retained.SelectMany(one => one.Fields)], cancellationToken).ConfigureAwait(false);
        var answerOf = retained.SelectMany(one => one.Fields).Zip(told).ToDictionary(one => one.First, one => one.Second);
        return retained
            .Select(one => (one.Target, one.Whole, Fields: (IReadOnlyList<(RecordTarget Target, WriteItem Answer)>)[.. one.Fields
                .Select(field => (Target: field, Answer: answerOf[field] is WriteUnsupported ? one.Whole : answerOf[field]))]))
            .Where(one => one.Fields.Any(field => field.Answer is not WriteNotHeld && field.Answer != one.Whole))
            .ToDictionary(one => one.Target, one => one.Fields);
    }

    private async Task<IReadOnlyList<WriteItem>> PreviewAsync(
        SourceFile file, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken)
    {
        var answers = new List<WriteItem>(targets.Count);
        foreach (var part in targets.Chunk(TargetsPerCall))
        {
            var request = new ErasureRequest { Task = new(Guid.NewGuid(), 0), Identities = file.Identities, Targets = part };
            var call = await preview(file.Source, request, cancellationToken).ConfigureAwait(false);
            answers.AddRange(call.Answered ? call.Value.Items : throw new ShareNotPlannedException(call.Failure));
        }

        return answers;
    }

    private static PlannedItem? Item(Source source, RecordTarget target, WriteItem answer, string article) => answer switch
    {
        WriteDone or WritePending => new()
        {
            Target = target, Fate = Fate.Erase, Article = article, Reason = ByHand.ReasonFor(source, Ability.Erasure, target.RecordType),
        },
        WriteManual manual => new() { Target = target, Fate = Fate.Manual, Article = article, Reason = manual.Instruction },
        WriteConflict conflict => new() { Target = target, Fate = Fate.Manual, Article = article, Reason = conflict.Reason },
        WriteRetained kept => new() { Target = target, Fate = Fate.Retain, Article = kept.Ground, Until = kept.Until, LiftedBy = kept.LiftedBy },
        WriteUnsupported unsupported => new() { Target = target, Fate = Fate.Unsupported, Article = article, Reason = unsupported.Reason },
        WriteNotHeld => null,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.GetType().Name, "The set of answers is closed."),
    };
}
