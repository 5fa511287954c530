namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Says which fields a rule of a pack is about: the one place that reads <c>recordType</c> and <c>recordType.field</c>.</summary>
public static class RuleCoverage
{
    /// <summary>True when a rule that names these is about the field; a rule that names nothing is about every field.</summary>
    /// <param name="categories">Ids of categories that the rule names.</param>
    /// <param name="fields">Record types, or <c>recordType.field</c>, that the rule names.</param>
    /// <param name="category">The field's category.</param>
    /// <param name="recordType">The name of its record type.</param>
    /// <param name="field">Its name; null for a record as a whole.</param>
    public static bool Covers(
        IReadOnlyList<string> categories, IReadOnlyList<string> fields, string category, string recordType, string? field) =>
        (categories.Count == 0 && fields.Count == 0)
        || categories.Contains(category)
        || fields.Contains(recordType)
        || (field is not null && fields.Contains($"{recordType}.{field}"));

    /// <summary>True when a rule that names these sources is about the source; a rule that names none is about every source.</summary>
    public static bool CoversSource(IReadOnlyList<string> sources, string source) => sources.Count == 0 || sources.Contains(source);
}
