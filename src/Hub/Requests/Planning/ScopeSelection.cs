using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Works out what of a person's file a scope takes in.</summary>
internal sealed class ScopeSelection(RecordSeal seal)
{
    /// <summary>The records of one source that the scope takes in, in the source's order.</summary>
    public IReadOnlyList<SelectedRecord> Of(Register register, SourceFile file, Scope scope)
    {
        var targets = TargetsOf(register, scope).Where(opened => opened.Source == file.Source.Id).Select(opened => opened.Target).ToHashSet();
        var byCategory = ScopeCategories.Of(register, scope);
        return [.. file.Records.Select(record => Select(record, file.Source.FindRecordType(record.RecordType)!)).OfType<SelectedRecord>()];

        SelectedRecord? Select(PersonalRecord record, RecordType type) => scope switch
        {
            Scope.All => new(record, type, null),
            Scope.Chosen chosen => Taken(record, type, chosen),
            Scope.Records => targets.Contains(new(type.Name, record.Key)) ? new(record, type, null) : null,
            Scope.Fields => Named(record, type),
            _ => SelectedRecord.Of(record, type, field => byCategory!(type, field)),
        };

        SelectedRecord? Named(PersonalRecord record, RecordType type)
        {
            var fields = type.Fields.Where(field => targets.Contains(new(type.Name, record.Key, field.Name))).ToList();
            return fields.Count == 0 ? null : new(record, type, fields);
        }
    }

    private static SelectedRecord? Taken(PersonalRecord record, RecordType type, Scope.Chosen chosen)
    {
        if (chosen.Targets.Contains(new(type.Name, record.Key)))
        {
            return new(record, type, null);
        }

        var fields = type.Fields.Where(field => chosen.Targets.Contains(new(type.Name, record.Key, field.Name))).ToList();
        return fields.Count == 0 ? null : new(record, type, fields);
    }

    /// <summary>Whether a source may hold something within the scope, as far as can be told without reading it.</summary>
    public bool MayTakeIn(Register register, Source source, Scope scope) => scope switch
    {
        Scope.All or Scope.Due or Scope.Chosen => true,
        Scope.Fields or Scope.Records => TargetsOf(register, scope).Any(opened => opened.Source == source.Id),
        _ => source.Descriptor is not { } descriptor || descriptor.RecordTypes.Any(type =>
            type.Fields.Any(field => ScopeCategories.Of(register, scope)!(type, field))),
    };

    /// <summary>Everything in the scope that names nothing.</summary>
    public IEnumerable<RequestMistake> MistakesOf(Register register, RegistrantFile file, Scope scope) => scope switch
    {
        Scope.Fields fields => MistakesOf(register, file, fields.Ids(), wantsField: true),
        Scope.Records records => MistakesOf(register, file, records.Ids(), wantsField: false),
        Scope.Categories categories => Unknown("category", categories.Ids, register.Categories.Select(category => category.Id)),
        Scope.Purposes purposes => Unknown("purpose", purposes.Ids, register.Purposes.Select(purpose => purpose.Id)),
        _ => [],
    };

    private IEnumerable<RequestMistake> MistakesOf(Register register, RegistrantFile file, IReadOnlyList<string> ids, bool wantsField) => ids.Count == 0
        ? [new(RequestMistakes.Malformed, "The scope names nothing; name at least one, or take everything.", null)]
        : ids.Select(id => MistakeOf(register, file, id, wantsField)).OfType<RequestMistake>();

    private RequestMistake? MistakeOf(Register register, RegistrantFile file, string id, bool wantsField)
    {
        if (seal.OpenRef(id) is not { } opened || opened.Register != register.Id
            || file.Sources.FirstOrDefault(source => source.Source.Id == opened.Source) is not { } held)
        {
            return new(RequestMistakes.UnknownScope, "This is no reference of this register; take it from a search.", id);
        }

        if (opened.Target.Field is not null != wantsField)
        {
            return new(
                RequestMistakes.UnknownScope,
                wantsField ? "This is the id of a record; name it among the records." : "This is the reference of a value; name it among the values.",
                id);
        }

        return held.Reached && (wantsField ? held.ValueOf(opened.Target) is null : held.RecordOf(opened.Target) is null)
            ? new(RequestMistakes.NothingHeld, "The person's file does not hold this, or no more; search again.", id)
            : null;
    }

    private static IEnumerable<RequestMistake> Unknown(string what, IReadOnlyList<string> ids, IEnumerable<string> known)
    {
        var names = known.ToList();
        return ids.Count == 0
            ? [new(RequestMistakes.Malformed, $"The scope names no {what}; name at least one.", null)]
            : ids.Where(id => !names.Contains(id)).Select(id => new RequestMistake(
                RequestMistakes.UnknownScope, $"The register has no {what} of this id; it has: {string.Join(", ", names)}.", id));
    }

    private IEnumerable<(string Source, RecordTarget Target)> TargetsOf(Register register, Scope scope) => scope.Ids()
        .Select(seal.OpenRef)
        .Where(opened => opened?.Register == register.Id)
        .Select(opened => (opened!.Value.Source, opened.Value.Target));
}
