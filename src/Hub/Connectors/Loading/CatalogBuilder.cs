using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Configuration;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Builds a catalog from what the folders hold now, keeping every source that has not changed.</summary>
internal sealed class CatalogBuilder(
    ConfigurationReader configurations, PluginStore plugins, SourceActivator activator, DescriptorStore descriptors)
{
    /// <summary>The catalog, held once for the caller, and the configuration it was built from.</summary>
    public (CatalogGeneration Generation, HubConfiguration Configuration) Build(long revision, ConnectorCatalog? previous)
    {
        var configuration = configurations.Read();
        var mistakes = new List<ConfigurationMistake>([.. configuration.Mistakes, .. plugins.ManifestMistakes()]);
        using var selection = new PluginSelection(plugins);
        var sources = new List<Source>();
        var types = new Dictionary<string, IReadOnlyList<MergedRecordType>>();
        foreach (var register in configuration.Registers)
        {
            var merger = new RecordTypeMerger();
            var built = register.Sources.Select(source => Build(source, register, selection, merger, previous, mistakes)).ToList();
            sources.AddRange(built.Select(source => AddRemembered(source, merger)));
            types[register.Register.Id] = merger.Merge();
        }

        var catalog = new ConnectorCatalog
        {
            Revision = revision,
            Registers = [.. configuration.Registers.Select(register => register.Register)],
            Sources = sources,
            Types = types,
            Mistakes = mistakes,
        };
        return (new CatalogGeneration(catalog), configuration);
    }

    private Source Build(
        ConfiguredSource configured, ConfiguredRegister register, PluginSelection selection, RecordTypeMerger merger,
        ConnectorCatalog? previous, List<ConfigurationMistake> mistakes)
    {
        if (configured.File is not { } file)
        {
            return new()
            {
                Register = register.Register.Id,
                Id = configured.Id,
                Name = configured.Id,
                ConnectorId = null,
                State = SourceState.Quarantined,
                Reason = configured.Mistake?.ToString(),
            };
        }

        var source = new Source
        {
            Register = file.Register,
            Id = file.Id,
            Name = file.Name,
            ConnectorId = file.Connector,
            State = SourceState.Disabled,
            Reason = "its configuration says enabled: false.",
            Timeout = file.Timeout,
            Concurrency = file.Concurrency,
        };
        if (!file.Enabled)
        {
            return source;
        }

        var (runtime, wrong) = Start(file, register, selection, previous);
        if (runtime is not null && merger.TryAdd(file.Id, runtime.Descriptor) is { } conflict)
        {
            runtime.Release();
            (runtime, wrong) = (null, [file.ConnectorMistake(conflict)]);
        }

        mistakes.AddRange(wrong);
        return runtime is null
            ? source with { State = SourceState.Quarantined, Reason = wrong[0].ToString() }
            : source with { State = SourceState.Active, Reason = null, Descriptor = runtime.Descriptor, Runtime = runtime };
    }

    private (SourceRuntime? Runtime, IReadOnlyList<ConfigurationMistake> Mistakes) Start(
        SourceFile file, ConfiguredRegister register, PluginSelection selection, ConnectorCatalog? previous)
    {
        try
        {
            var plugin = selection.Get(file.Connector);
            return previous?.FindSource(file.Register, file.Id)?.Runtime is { } running
                && running.Fingerprint == activator.Fingerprint(file, plugin, register) && running.TryHold()
                    ? (running, [])
                    : activator.Activate(file, plugin, register);
        }
        catch (PluginException exception)
        {
            return (null, [file.ConnectorMistake($"plugin '{file.Connector}': {exception.Message}")]);
        }
    }

    /// <summary>Gives a source that cannot be asked the descriptor it last had, unless that no longer fits the others.</summary>
    private Source AddRemembered(Source source, RecordTypeMerger merger) =>
        source.Runtime is null
        && descriptors.Read(source.Register, source.Id) is { } remembered
        && merger.TryAdd(source.Id, remembered) is null
            ? source with { Descriptor = remembered }
            : source;
}
