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
            register.FindCategory(category) is not null,
            field.Origin ?? type.Origin,
            field.ThirdParty || type.ThirdParty,
            [.. register.Purposes.Where(purpose => purpose.Allows(category)).Select(purpose => purpose.Id)],
            source.Supports(Ability.Rectification, type.Name),
            source.Supports(Ability.Erasure, type.Name));
    }
}
