using System.Collections.Concurrent;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>The policy part of passports: worked out once per source, record type and field of a register.</summary>
internal sealed class PassportPolicies(Register register)
{
    private readonly ConcurrentDictionary<(string Source, string Type, string Field), PassportPolicy> policies = [];

    /// <summary>The policy of a field at a source.</summary>
    public PassportPolicy Of(Source source, RecordType type, RecordField field) =>
        policies.GetOrAdd((source.Id, type.Name, field.Name), _ => WorkOut(source, type, field));

    private PassportPolicy WorkOut(Source source, RecordType type, RecordField field)
    {
        var category = field.Category ?? type.Category;
        return new(
            type.Name,
            field.Name,
            category,
            register.Categories.Any(declared => declared.Id == category),
            field.Origin ?? type.Origin,
            field.ThirdParty || type.ThirdParty,
            [.. register.Purposes.Where(purpose => new PurposeView(purpose).Allows(category)).Select(purpose => purpose.Id)],
            Can(source, Ability.Rectification, type),
            Can(source, Ability.Erasure, type));
    }

    private static bool Can(Source source, Ability ability, RecordType type) =>
        source.Descriptor!.Abilities.Any(described =>
            described.Ability == ability
            && (described.RecordTypes.Count == 0 || described.RecordTypes.Contains(type.Name)));
}
