using PersonalDataHub.Hub.Connectors.Configuration;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Builds a catalog from what the folders hold now, keeping every source that has not changed.</summary>
/// <remarks>
/// A mistake in a configuration file leaves what it is about as it was, and nothing else: the other changes take effect.
/// A plugin that is gone or broken takes its sources out of service.
/// </remarks>
internal sealed class CatalogBuilder(
    ConfigurationReader configurations, PluginStore plugins, SourceActivator activator, DescriptorStore descriptors)
{
    public BuiltCatalog Build(long revision, ConnectorCatalog? previous)
    {
        var configuration = configurations.Read();
        var mistakes = new List<ConfigurationMistake>([.. configuration.Mistakes, .. plugins.ManifestMistakes()]);
        var kept = new List<string>();
        using var selection = new PluginSelection(plugins);
        var registers = new List<Register>();
        var sources = new List<Source>();
        var types = new Dictionary<string, IReadOnlyList<MergedRecordType>>();
        foreach (var configured in configuration.Registers)
        {
            var sourceBuilder = new SourceBuilder(configured, selection, activator, descriptors, previous);
            registers.Add(configured.Register);
            sources.AddRange(sourceBuilder.Build());
            types[configured.Register.Id] = sourceBuilder.RecordTypes;
            mistakes.AddRange(sourceBuilder.Mistakes);
            kept.AddRange(sourceBuilder.Kept);
        }

        foreach (var register in Unreadable(configuration, previous))
        {
            foreach (var source in previous!.SourcesOf(register.Id))
            {
                // Cannot fail: the catalog before still holds it.
                _ = source.Runtime?.TryHold();
                sources.Add(source);
            }

            registers.Add(register);
            types[register.Id] = previous.RecordTypes(register.Id);
            kept.Add(register.Id);
        }

        var catalog = new ConnectorCatalog
        {
            Revision = revision,
            Registers = [.. registers.OrderBy(register => register.Id, StringComparer.Ordinal)],
            Sources = [.. sources.OrderBy(source => source.Register, StringComparer.Ordinal)],
            Types = types,
            Mistakes = mistakes,
        };
        return new(new CatalogGeneration(catalog), configuration, kept);
    }

    /// <summary>The registers that were in use and still have source files, but whose own file can no longer be read.</summary>
    private static IEnumerable<Register> Unreadable(HubConfiguration configuration, ConnectorCatalog? previous) =>
        previous?.Registers.Where(register =>
            configuration.SourceIds.Any(source => source.Register == register.Id)
            && configuration.Registers.All(configured => configured.Register.Id != register.Id)) ?? [];
}
