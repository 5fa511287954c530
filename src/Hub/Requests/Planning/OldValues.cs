using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Finds where else a value stands that is to be corrected, compared as the unified profile compares.</summary>
internal sealed class OldValues(KnownIdentityKinds kinds)
{
    /// <summary>What values say of the person, whatever source and field they stand in.</summary>
    public IReadOnlySet<(string Says, string Text)> Of(IEnumerable<(SourceFile File, PlannedItem Item)> corrected) => corrected
        .Where(one => one.Item.Previous is not null)
        .SelectMany(one => Meanings(one.File.FieldOf(one.Item.Target)!, one.Item.Previous!))
        .ToHashSet();

    /// <summary>The fields of a source that say one of these, as type and field; empty when none does.</summary>
    public IReadOnlyList<string> FieldsHolding(SourceFile file, IReadOnlySet<(string Says, string Text)> old) =>
    [
        .. (from record in file.Records
            let type = file.Source.FindRecordType(record.RecordType)!
            from held in type.Fields.Zip(record.Values)
            where held.Second is not null && Meanings(held.First, held.Second).Any(old.Contains)
            select $"{type.Name}.{held.First.Name}").Distinct(),
    ];

    private IEnumerable<(string Says, string Text)> Meanings(RecordField field, FieldValue value) => (field, value) switch
    {
        ({ ThirdParty: true }, _) => [],
        (_, ListValue list) => list.Items.SelectMany(item => Meanings(field, item)),
        ({ ProfileTerm: { } term }, _) => [(term, ComparableText.Of(field, value))],
        ({ IdentityKind: { } kind }, TextValue text) when !kinds.Of(kind).NeedsIssuer && kinds.Of(kind).Normalise(text.Value).Value is { } normal =>
            [(kind, kinds.Of(kind).ComparedBy(normal))],
        _ => [],
    };
}
