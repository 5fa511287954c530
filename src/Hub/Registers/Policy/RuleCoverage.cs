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

    /// <summary>
    /// True when a recipient may get the field. Where exact fields are written these are all, and the categories only say what
    /// they are; one of whom nothing is written may get any.
    /// </summary>
    public static bool Gets(Recipient recipient, string category, string recordType, string? field) =>
        Covers(recipient.Fields.Count > 0 ? [] : recipient.Categories, recipient.Fields, category, recordType, field);

    /// <summary>True when the rule has the field handed over before it goes: it is about it, and the recipient may get it.</summary>
    public static bool HandsOver(PolicyPack pack, RetentionRule rule, string category, string recordType, string? field) =>
        rule.HandOverTo is { } to
        && Covers(rule.Categories, rule.Fields, category, recordType, field)
        && (pack.FindRecipient(to) is not { } recipient || Gets(recipient, category, recordType, field));

    /// <summary>True when a rule that names these sources is about the source; a rule that names none is about every source.</summary>
    public static bool CoversSource(IReadOnlyList<string> sources, string source) => sources.Count == 0 || sources.Contains(source);
}
