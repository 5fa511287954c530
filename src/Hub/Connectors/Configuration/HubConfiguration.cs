using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>All that the configuration folder says.</summary>
/// <param name="Registers">The registers whose own file is right.</param>
/// <param name="Mistakes">Every mistake of every file.</param>
/// <param name="SourceIds">Register and source id of every source file, whether right or not.</param>
internal sealed record HubConfiguration(
    IReadOnlyList<ConfiguredRegister> Registers,
    IReadOnlyList<ConfigurationMistake> Mistakes,
    IReadOnlyList<(string Register, string Source)> SourceIds);

/// <summary>A register with its sources, in the register's order.</summary>
internal sealed record ConfiguredRegister(Register Register, IReadOnlyList<ConfiguredSource> Sources);

/// <summary>A source file.</summary>
/// <param name="Id">The source's id: the name of the file.</param>
/// <param name="File">What the file says; null when it has a mistake.</param>
/// <param name="Mistake">The first mistake; null when there is none.</param>
internal sealed record ConfiguredSource(string Id, SourceFile? File, ConfigurationMistake? Mistake);
