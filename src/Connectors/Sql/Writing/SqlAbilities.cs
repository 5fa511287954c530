using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Says what the settings let be done, for which record types, and how that behaves.</summary>
internal static class SqlAbilities
{
    public static IEnumerable<AbilityDescription> Of(SqlMapping mapping) =>
    [
        new() { Ability = Ability.Facts, Mode = AbilityMode.Native },
        // Whoever is known by no number of their own can only be listed by a person.
        new() { Ability = Ability.Population, Mode = mapping.PersonNumber is null ? AbilityMode.Manual : AbilityMode.Native },
        .. Of(Ability.Rectification, mapping, Correcting),
        .. Of(Ability.Restriction, mapping, record => record.Writing.Restricted is null ? null : AbilityMode.Native),
        .. Of(Ability.Erasure, mapping, record => record.Writing.Erase is null ? null : AbilityMode.Native),
        .. Covered(Ability.Anonymisation, mapping, record => record.Writing.Anonymise is null ? null : AbilityMode.Native),
    ];

    private static AbilityMode? Correcting(RecordMapping record) => record.Writing.Corrections switch
    {
        null => null,
        var rules when rules.FirstOrDefault(rule => rule.Where.Count == 0) is { } always => always.Instruction is null ? null : AbilityMode.Manual,
        _ => AbilityMode.Native,
    };

    private static IEnumerable<AbilityDescription> Of(Ability ability, SqlMapping mapping, Func<RecordMapping, AbilityMode?> mode)
    {
        var covered = Covered(ability, mapping, mode);

        // An ability that no record type is mapped for is a person's work throughout.
        return covered.Count > 0 ? covered : [new() { Ability = ability, Mode = AbilityMode.Manual }];
    }

    private static IReadOnlyList<AbilityDescription> Covered(Ability ability, SqlMapping mapping, Func<RecordMapping, AbilityMode?> mode) =>
    [
        .. mapping.Records.Where(record => mode(record) is not null)
            .GroupBy(record => (Mode: mode(record)!.Value, record.Writing.IsAccounting))
            .Select(group => new AbilityDescription
            {
                Ability = ability,
                Mode = group.Key.Mode,
                RecordTypes = [.. group.Select(record => record.Type.Name)],
                TouchesAccounting = group.Key.IsAccounting,
            }),
    ];
}
