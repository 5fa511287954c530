using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests.Deadlines;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>
/// Plans one source's share of an erasure (GDPR Art. 17): what the register's policy keeps stays, the rest goes as the
/// source itself says it would.
/// </summary>
internal sealed class ErasureShare(ScopeSelection selection, PreviewErasure preview, IEnumerable<IErasureHindrance> hindrances, TimeProvider clock)
{
    /// <exception cref="ShareNotPlannedException">The source did not say what it would do.</exception>
    public async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register,
        SourceFile file,
        ErasureContent content,
        IReadOnlyList<ErasureBlocker> blockers,
        CancellationToken cancellationToken)
    {
        var pack = new PackKeeping(register, file.Source.Id, blockers, DeadlineRules.DayOf(clock.GetUtcNow()));
        var fates = new ErasureFates(pack, Articles.Of(content.Ground), content.Method);
        var planned = new List<PlannedItem>();
        var asked = new List<(KeptPart Part, bool Anonymise)>();
        var parts = selection.Of(register, file, content.Scope).SelectMany(one => KeptPart.Of(one, pack)).ToList();
        var kept = await HindrancesAsync(register, file, content, parts, cancellationToken).ConfigureAwait(false);
        foreach (var (part, hindrance) in parts.Zip(kept))
        {
            var anonymise = fates.IsMadeAnonymous(file.Source, part.Target, hindrance);
            if (hindrance is { ByLaw: false } && !anonymise)
            {
                planned.Add(ErasureFates.Retained(part.Target, hindrance));
            }
            else if (!file.Source.Supports(Ability.Erasure, part.Target.RecordType))
            {
                planned.Add(hindrance is null ? fates.Unsupported(part.Target) : ErasureFates.Retained(part.Target, hindrance));
            }
            else
            {
                asked.Add((part with { Kept = hindrance }, anonymise));
            }
        }

        var questions = new ErasurePreview(preview, file);
        var answers = await questions.AskAsync([.. asked.Select(one => (one.Part.Target, one.Anonymise))], cancellationToken).ConfigureAwait(false);
        var apart = await FieldsOfRetainedAsync(questions, asked, answers, cancellationToken).ConfigureAwait(false);
        foreach (var ((part, anonymise), answer) in asked.Zip(answers))
        {
            planned.AddRange((apart.GetValueOrDefault(part.Target) ?? [(part.Target, answer)])
                .Select(one => fates.Of(file.Source, part, one.Target, one.Answer, anonymise)).OfType<PlannedItem>());
        }

        return planned;
    }

    // What the person wants kept comes before what the policy keeps.
    private async Task<IReadOnlyList<ErasureHindrance?>> HindrancesAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<KeptPart> parts, CancellationToken cancellationToken)
    {
        var found = new ErasureHindrance?[parts.Count];
        foreach (var hindrance in hindrances)
        {
            var told = await hindrance.OfAsync(register, file, content, [.. parts.Select(part => part.Target)], cancellationToken).ConfigureAwait(false);
            found = [.. found.Zip(told, (earlier, one) => earlier ?? one)];
        }

        // Nobody asked for a retention erasure: what is not due there waits for no blocker.
        return [.. found.Zip(parts, (earlier, part) => earlier is null || part.Kept is null || content.Retention ? earlier ?? part.Kept : earlier.And(part.Kept))];
    }

    // A record that is kept as a whole is rarely kept with every field: the plan shows each field's own fate.
    private static async Task<IReadOnlyDictionary<RecordTarget, IReadOnlyList<(RecordTarget Target, WriteItem Answer)>>> FieldsOfRetainedAsync(
        ErasurePreview questions,
        IReadOnlyList<(KeptPart Part, bool Anonymise)> asked,
        IReadOnlyList<WriteItem> answers,
        CancellationToken cancellationToken)
    {
        var retained = asked.Zip(answers, (one, answer) => (one.Part.Selected, one.Part.Target, Whole: answer, one.Part.Kept))
            .Where(one => one is { Target.Field: null, Whole: WriteRetained, Kept: null })
            .Select(one => (one.Target, one.Whole, Fields: one.Selected.HeldFields.ToList()))
            .ToList();
        var told = await questions.AskAsync([.. retained.SelectMany(one => one.Fields).Select(field => (field, false))], cancellationToken).ConfigureAwait(false);
        var answerOf = retained.SelectMany(one => one.Fields).Zip(told).ToDictionary(one => one.First, one => one.Second);
        return retained
            .Select(one => (one.Target, one.Whole, Fields: (IReadOnlyList<(RecordTarget Target, WriteItem Answer)>)[.. one.Fields
                .Select(field => (Target: field, Answer: answerOf[field] is WriteUnsupported ? one.Whole : answerOf[field]))]))
            .Where(one => one.Fields.Any(field => field.Answer is not WriteNotHeld && field.Answer != one.Whole))
            .ToDictionary(one => one.Target, one => one.Fields);
    }
}
