using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The fields of one selection set while it is planned, in the order of the response.</summary>
internal sealed class FieldCollection
{
    private readonly Dictionary<string, CollectedField> byName = new(StringComparer.Ordinal);
    private readonly List<CollectedField> fields = [];
    private readonly Dictionary<string, List<(ulong Mask, DirectiveNode? Defer)>> visited = new(StringComparer.Ordinal);

    public IReadOnlyList<CollectedField> Fields => fields;

    /// <summary>The deferred fragments that begin in the set.</summary>
    public List<DeferUsage> Usages { get; } = [];

    public CollectedField? Find(string responseName) => byName.GetValueOrDefault(responseName);

    public CollectedField Add(PlannedField field)
    {
        var added = new CollectedField(field);
        byName.Add(field.ResponseName, added);
        fields.Add(added);
        return added;
    }

    /// <summary>A fragment adds nothing where it was spread before under the same or weaker conditions, and not deferred or by the same directive.</summary>
    public bool IsNew(string fragment, ulong mask, DirectiveNode? defer)
    {
        if (!visited.TryGetValue(fragment, out var before))
        {
            visited.Add(fragment, before = []);
        }

        if (before.Exists(b => (b.Mask & mask) == b.Mask && (b.Defer is null || ReferenceEquals(b.Defer, defer))))
        {
            return false;
        }

        before.Add((mask, defer));
        return true;
    }
}
