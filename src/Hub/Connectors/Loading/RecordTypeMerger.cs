using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Puts the record types of a register's sources together; whoever is added first is in the right.</summary>
internal sealed class RecordTypeMerger
{
    private readonly List<(string Source, RecordType Type)> declared = [];

    /// <summary>Adds a source's record types: all of them, or none with the reason why.</summary>
    public string? TryAdd(string source, SourceDescriptor descriptor)
    {
        var conflict = descriptor.RecordTypes.Select(type => Conflict(source, type)).FirstOrDefault(reason => reason is not null);
        if (conflict is null)
        {
            declared.AddRange(descriptor.RecordTypes.Select(type => (source, type)));
        }

        return conflict;
    }

    /// <summary>The merged types, with the sources in this order.</summary>
    public IReadOnlyList<MergedRecordType> Merge(IEnumerable<string> order) =>
        [.. order.SelectMany(source => declared.Where(one => one.Source == source)).GroupBy(one => one.Type.Name).Select(Merge)];

    private string? Conflict(string source, RecordType type)
    {
        foreach (var (other, known) in declared)
        {
            if (known.Name == type.Name && known.PluralName != type.PluralName)
            {
                return $"record type '{type.Name}' has the plural '{type.PluralName}' at source '{source}', but '{known.PluralName}' at source '{other}'.";
            }

            if (known.Name != type.Name && (known.PluralName == type.PluralName || known.PluralName == type.Name || known.Name == type.PluralName))
            {
                return $"record type '{type.Name}' of source '{source}' shares a name with record type '{known.Name}' of source '{other}'.";
            }

            if (known.Name == type.Name && FieldConflict(type, known) is { } field)
            {
                return $"field '{type.Name}.{field.Name}' is {KindOf(field)} at source '{source}', but "
                    + $"{KindOf(known.Fields.First(same => same.Name == field.Name))} at source '{other}'.";
            }
        }

        return null;
    }

    private static RecordField? FieldConflict(RecordType type, RecordType known) => type.Fields.FirstOrDefault(
        field => known.Fields.FirstOrDefault(same => same.Name == field.Name) is { } same && !SameShape(field, same));

    private static bool SameShape(RecordField left, RecordField right) =>
        left.Kind == right.Kind
        && left.ItemKind == right.ItemKind
        && left.Parts.Count == right.Parts.Count
        && left.Parts.Zip(right.Parts).All(pair => pair.First.Name == pair.Second.Name && SameShape(pair.First, pair.Second));

    private static string KindOf(RecordField field) => field switch
    {
        { ItemKind: { } item } => $"a list of {item}",
        { Parts.Count: > 0 } => $"Composite({string.Join(", ", field.Parts.Select(part => part.Name))})",
        _ => field.Kind.ToString(),
    };

    private static MergedRecordType Merge(IGrouping<string, (string Source, RecordType Type)> same)
    {
        var fields = same.SelectMany(one => one.Type.Fields).DistinctBy(field => field.Name)
            .Select(field => new MergedField(field.Name, field.Kind, field.ItemKind, field.Parts, field.Description))
            .ToList();
        var first = same.First().Type;
        return new()
        {
            Name = first.Name,
            PluralName = first.PluralName,
            Description = first.Description,
            Fields = fields,
            Sources = [.. same.Select(one => new SourceRecordType(one.Source, one.Type, Ordinals(one.Type, fields)))],
        };
    }

    private static List<int> Ordinals(RecordType type, List<MergedField> fields)
    {
        var names = type.Fields.Select(field => field.Name).ToList();
        return [.. fields.Select(field => names.IndexOf(field.Name))];
    }
}
