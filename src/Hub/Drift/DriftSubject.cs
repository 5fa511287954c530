using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Drift;

/// <summary>A register with its sources, as drift rules look at them.</summary>
internal sealed class DriftSubject(Register register, IReadOnlyList<Source> sources)
{
    public Register Register { get; } = register;

    public PolicyPack Pack => Register.Pack;

    public IReadOnlyList<Source> Sources { get; } = sources;

    /// <summary>Every field of every source of which it is known what it holds.</summary>
    public IReadOnlyList<HeldField> Fields { get; } =
    [
        .. from source in sources
           from type in source.Descriptor?.RecordTypes ?? []
           from field in type.Fields
           select new HeldField(source, type, field),
    ];

    /// <summary>
    /// Categories of which somebody holds data: of persons, or numbers about many of them. A source of numbers has no record
    /// types; of which category they are is said by what its operator is given.
    /// </summary>
    public IReadOnlySet<string> HeldCategories => field ??= Fields.Select(held => held.Category)
        .Concat(Sources
            .Where(source => source.Descriptor is { AggregateOnly: true })
            .Select(source => source.Stewardship.Operator.Recipient is { } runs ? Pack.FindRecipient(runs) : null)
            .SelectMany(recipient => recipient?.Categories ?? []))
        .ToHashSet();

    /// <summary>False while a source has not told what it holds: that nobody holds or delivers something is then not known.</summary>
    public bool IsWhole { get; } = sources.All(source => source.Descriptor is not null);

    /// <summary>True when a rule's <c>recordType</c> or <c>recordType.field</c> names something that a source holds.</summary>
    public bool Holds(string name) => Fields.Any(held => held.Type.Name == name || $"{held.Type.Name}.{held.Field.Name}" == name);
}
