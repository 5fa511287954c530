namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Answers "which sentence allows this?".</summary>
public static class PolicyExplainer
{
    /// <summary>The answer for one category and one purpose of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="category">Id of a category; one that the register does not declare is answered as such.</param>
    /// <param name="purpose">Id of a purpose; one that the register does not have is answered as such.</param>
    public static PolicyExplanation Explain(this Register register, string category, string purpose)
    {
        var declared = register.FindCategory(category);
        if (register.FindPurpose(purpose) is not { } wanted)
        {
            return Refused($"The register has no such purpose; it has: {string.Join(", ", register.Purposes.Select(one => one.Id))}.") with
            {
                Category = declared,
            };
        }

        var bases = wanted.Bases.Select(register.Pack.FindBasis).OfType<LegalBasis>().ToList();
        var statements = wanted.Statements
            .Concat(declared?.Statements ?? [])
            .Concat(bases.SelectMany(basis => basis.Statements))
            .Distinct()
            .Select(register.Pack.FindStatement)
            .OfType<Statement>()
            .ToList();
        var refusal = RefusalOf(register, wanted, declared, category);
        return new PolicyExplanation
        {
            Allowed = refusal is null,
            Reason = refusal ?? PermissionOf(wanted, declared, bases),
            Purpose = wanted,
            Category = declared,
            Bases = bases,
            Statements = statements,
            Articles = [.. bases.Select(basis => basis.Article).Concat(statements.SelectMany(statement => statement.Articles)).Distinct()],
            Retention = [.. register.Pack.Retention.Where(rule => IsAbout(rule, wanted, category))],
            Blockers = [.. register.Pack.Blockers.Where(rule => rule.Categories.Contains(category) || rule is { Categories: [], Fields: [] })],
            OtherPurposes = refusal is null ? [] : OthersThatMay(register, category),
        };
    }

    private static string? RefusalOf(Register register, Purpose purpose, DataCategory? declared, string category)
    {
        if (PurposeCheck.Of(register, purpose) is { } refusal)
        {
            return refusal;
        }

        return purpose.Allows(category)
            ? null
            : declared is null
                ? $"The register declares no category '{category}'; what is undeclared is seen by the data protection officer and the person only."
                : $"The purpose '{purpose.Id}' does not name the category '{category}'.";
    }

    private static string PermissionOf(Purpose purpose, DataCategory? declared, List<LegalBasis> bases)
    {
        var names = purpose.Categories is null ? "sees every category" : "names the category";
        var undeclared = declared is null ? ", which the register does not declare" : string.Empty;
        var rests = bases.Count == 0 ? string.Empty : $" and rests on {string.Join(", ", bases.Select(basis => basis.Article))}";
        var choice = purpose.Default switch
        {
            PurposeDefault.OptIn => " Of a person who has not allowed it nothing is used.",
            PurposeDefault.OptOut => " Of a person who has forbidden it nothing is used.",
            _ => string.Empty,
        };
        return $"The purpose '{purpose.Id}' {names}{undeclared}{rests}.{choice}";
    }

    private static bool IsAbout(RetentionRule rule, Purpose purpose, string category) =>
        (rule.Purposes.Count == 0 || rule.Purposes.Contains(purpose.Id))
        && (rule.Categories.Contains(category) || rule is { Categories: [], Fields: [], Sources: [] });

    private static IReadOnlyList<string> OthersThatMay(Register register, string category) =>
    [
        .. register.Purposes.Where(other => other.Allows(category) && PurposeCheck.Of(register, other) is null).Select(other => other.Id),
    ];

    private static PolicyExplanation Refused(string reason) => new() { Allowed = false, Reason = reason };
}
