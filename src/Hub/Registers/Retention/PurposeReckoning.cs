using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>
/// Works out how long data may be used for each purpose, and so how long it is held at all: what a rule says of a purpose counts
/// for that one, what it says of holding counts for the others, and the value goes when the last purpose is over.
/// </summary>
internal sealed class PurposeReckoning
{
    private readonly Register register;
    private readonly List<Reckoned> rules;

    public PurposeReckoning(Register register, List<Reckoned> rules, IReadOnlyList<Purpose> purposes)
    {
        (this.register, this.rules) = (register, rules);
        var uses = purposes.Select(purpose => (Purpose: purpose, End: OwnOf(purpose.Id))).ToList();
        Ends = [.. uses.Select(use => EndOf(use.Purpose, use.End))];
        var ruled = uses.Select(use => use.End).OfType<Reckoned>().ToList();
        // A purpose of which no rule speaks does not keep what the rules of the others let go.
        Whole = ruled.Count > 0 ? Reckoned.Latest(ruled) : OwnOf(purpose: null);
    }

    /// <summary>The controller's end of the value itself, capped by law; null when no such rule is about it.</summary>
    public Reckoned? Whole { get; }

    /// <summary>The end of use for each purpose.</summary>
    public IReadOnlyList<PurposeEnd> Ends { get; }

    private Reckoned? OwnOf(string? purpose)
    {
        var own = MostSpecific(rules.FindAll(rule => rule.Rule.Strength == RetentionStrength.Policy && Speaks(rule.Rule, purpose)));
        var caps = rules.FindAll(rule => rule.Rule.Strength == RetentionStrength.Maximum
            && (rule.Rule.Purposes.Count == 0 || (purpose is not null && rule.Rule.Purposes.Contains(purpose))));
        return own is null
            ? caps.Count == 0 ? null : Reckoned.Earliest(caps)
            : Reckoned.Earliest(caps.Prepend(own));
    }

    // A rule for the purpose itself comes before one about holding at all.
    private bool Speaks(RetentionRule rule, string? purpose) => rule.Purposes.Count == 0
        ? purpose is null || !rules.Exists(other => other.Rule.Strength == RetentionStrength.Policy && other.Rule.Purposes.Contains(purpose))
        : purpose is not null && rule.Purposes.Contains(purpose);

    // Of several of the controller's rules the one counts that says most exactly what it is about; of equals the longest.
    private static Reckoned? MostSpecific(List<Reckoned> own)
    {
        if (own.Count == 0)
        {
            return null;
        }

        var most = own.Max(rule => Specificity(rule.Rule));
        return Reckoned.Latest(own.Where(rule => Specificity(rule.Rule) == most));
    }

    private static int Specificity(RetentionRule rule) =>
        (rule.Sources.Count > 0 ? 4 : 0)
        + (rule.Fields.Any(field => field.Contains('.', StringComparison.Ordinal)) ? 3 : rule.Fields.Count > 0 ? 2 : rule.Categories.Count > 0 ? 1 : 0);

    // What the law keeps is used on only for what the law keeps it for.
    private PurposeEnd EndOf(Purpose purpose, Reckoned? own)
    {
        var duty = purpose.Bases.Any(basis => register.Pack.FindBasis(basis)?.Kind == BasisKind.LegalObligation);
        var demanded = rules.Where(rule => rule.Rule.Strength == RetentionStrength.Minimum
            && (rule.Rule.Purposes.Count == 0 ? duty : rule.Rule.Purposes.Contains(purpose.Id)));
        var ends = own is null ? demanded.ToList() : [.. demanded.Prepend(own)];
        if (ends.Count == 0)
        {
            return new(purpose.Id, RetentionStanding.NoRule, null, null);
        }

        var end = Reckoned.Latest(ends);
        return new(purpose.Id, end.Standing, end.Standing == RetentionStanding.Ends ? end.KeptThrough : null, end.Rule.Id);
    }
}
