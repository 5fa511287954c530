namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Answers whether a person must give something (GDPR Art. 13(2)(e)).</summary>
public static class Provisions
{
    /// <summary>The rule for a field: one that names it, otherwise one for its category; null where the register does not say.</summary>
    /// <param name="register">The register.</param>
    /// <param name="category">The field's category.</param>
    /// <param name="recordType">Its record type.</param>
    /// <param name="field">Its name.</param>
    public static ProvisionRule? ProvisionOf(this Register register, string category, string recordType, string field) =>
        register.Pack.Provisions.FirstOrDefault(rule => rule.Fields.Contains($"{recordType}.{field}"))
        ?? register.Pack.Provisions.FirstOrDefault(rule => rule.Fields.Contains(recordType))
        ?? register.Pack.Provisions.FirstOrDefault(rule => rule.Categories.Contains(category))
        ?? (register.FindCategory(category) is { Provision: { } requirement } declared
            ? new(declared.Id, requirement, declared.Consequence ?? LocalText.Empty) { Categories = [declared.Id], Statements = declared.Statements }
            : null);
}
