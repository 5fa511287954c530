using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Blockers;

/// <summary>Says which fields a blocker keeps.</summary>
public static class BlockerCoverage
{
    /// <summary>True when the rule keeps the field; without a field, the record as a whole.</summary>
    /// <remarks>
    /// Research keeps only what one of the register's research purposes may see: data that no research uses would not be
    /// missed by it (GDPR Art. 17(3)(d), 89).
    /// </remarks>
    public static bool Covers(Register register, BlockerRule rule, RecordType type, RecordField? field)
    {
        var category = field?.Category ?? type.Category;
        return RuleCoverage.Covers(rule.Categories, rule.Fields, category, type.Name, field?.Name)
            && (rule.Kind != BlockerKind.Research || IsResearched(register, category));
    }

    /// <summary>True when the rule keeps something that the source may hold; a source that never told what it holds may hold anything.</summary>
    public static bool Touches(Register register, BlockerRule rule, Source source) =>
        source.Descriptor is not { } descriptor
        || descriptor.RecordTypes.Any(type => type.Fields.Any(field => Covers(register, rule, type, field)));

    private static bool IsResearched(Register register, string category) =>
        register.Purposes.Any(purpose => purpose.Nature == PurposeNature.Research && purpose.Allows(category));
}
