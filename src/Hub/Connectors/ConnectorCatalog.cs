using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>All registers and sources at one moment. Never changes: a reload makes another.</summary>
public sealed record ConnectorCatalog
{
    /// <summary>Grows with every catalog that the hub makes.</summary>
    public required long Revision { get; init; }

    /// <summary>The registers, by id.</summary>
    public required IReadOnlyList<Register> Registers { get; init; }

    /// <summary>The sources: by register, then in the order of the register's precedence, then by id.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>What is wrong in the configuration and the plugins, as last read.</summary>
    public required IReadOnlyList<ConfigurationMistake> Mistakes { get; init; }

    /// <summary>The merged record types by register id.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<MergedRecordType>> Types { get; init; } =
        new Dictionary<string, IReadOnlyList<MergedRecordType>>();

    /// <summary>The register of this id, or null.</summary>
    public Register? FindRegister(string id) => Registers.FirstOrDefault(register => register.Id == id);

    /// <summary>The source of this id in the register, or null.</summary>
    public Source? FindSource(string register, string id) =>
        Sources.FirstOrDefault(source => source.Id == id && source.Register == register);

    /// <summary>The sources of a register, in its order.</summary>
    public IEnumerable<Source> SourcesOf(string register) => Sources.Where(source => source.Register == register);

    /// <summary>The record types of a register, those of disabled and quarantined sources too; empty for an unknown one.</summary>
    public IReadOnlyList<MergedRecordType> RecordTypes(string register) =>
        Types.TryGetValue(register, out var types) ? types : [];
}
