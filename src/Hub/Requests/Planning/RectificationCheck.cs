using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Finds everything that stands in the way of a rectification, before anything starts.</summary>
internal sealed class RectificationCheck(RecordSeal seal, NewValueCheck newValues)
{
    public IReadOnlyList<RequestMistake> MistakesOf(Register register, RegistrantFile file, RectificationContent content)
    {
        var mistakes = new List<RequestMistake>();
        if (content.Corrections.Count == 0 || content.Corrections.Any(correction => correction.Targets.Count == 0))
        {
            mistakes.Add(new(RequestMistakes.Malformed, "Every correction names at least one value.", null));
        }

        var named = content.Corrections.SelectMany(correction => correction.Targets.Select(target => (correction, target))).ToList();
        mistakes.AddRange(named.CountBy(one => one.target.Ref).Where(one => one.Value > 1).Select(one =>
            new RequestMistake(RequestMistakes.Malformed, "This value is named more than once; a value gets one correction.", one.Key)));
        mistakes.AddRange(named.SelectMany(one => MistakesOf(register, file, one.correction, one.target)));
        return mistakes;
    }

    private IEnumerable<RequestMistake> MistakesOf(Register register, RegistrantFile file, Correction correction, CorrectionTarget named)
    {
        if (seal.OpenRef(named.Ref) is not { Target.Field: not null } opened
            || opened.Register != register.Id
            || file.Sources.FirstOrDefault(source => source.Source.Id == opened.Source) is not { } held
            || held.FieldOf(opened.Target) is not { } field)
        {
            yield return new(RequestMistakes.UnknownScope, "This is no reference of a value of this register; take it from a search.", named.Ref);
            yield break;
        }

        if (NotCorrectable(held, opened.Target, field) is { } reason)
        {
            yield return new(RequestMistakes.NotCorrectable, reason, named.Ref);
        }

        if (correction.NewValue is { } value && newValues.MistakeOf(field, value) is { } mistake)
        {
            yield return new(RequestMistakes.WrongKind, mistake, named.Ref);
        }

        if (held.Reached && StaleOrGone(held, opened.Target, named) is { } stale)
        {
            yield return stale;
        }
    }

    private static string? NotCorrectable(SourceFile held, RecordTarget target, RecordField field) =>
        !held.Source.Supports(Ability.Rectification, target.RecordType)
            ? $"The source '{held.Source.Id}' cannot correct '{target.RecordType}' by request; correct it there by hand."
        : field.Kind == FieldKind.Media
            ? $"'{target}' is a recording or document: it is not corrected but erased, restricted, or supplemented."
        : null;

    private RequestMistake? StaleOrGone(SourceFile held, RecordTarget target, CorrectionTarget named) => held.ValueOf(target) switch
    {
        // An empty field of a record that is held is corrected by filling it in.
        null when held.RecordOf(target) is not null && seal.Tag(held.Source, target, null) == named.ExpectedTag => null,
        null => new(RequestMistakes.NothingHeld, "The person's file does not hold this value, or no more; search again.", named.Ref),
        { } value when seal.Tag(held.Source, target, value) != named.ExpectedTag => new(
            RequestMistakes.StaleTag, $"'{target}' at '{held.Source.Id}' has changed since you looked; search again and decide anew.", named.Ref),
        _ => null,
    };
}
