using PersonalDataHub.Hub.Connectors.Configuration;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Builds the sources of one register and puts their record types together.</summary>
internal sealed class SourceBuilder(
    ConfiguredRegister register, PluginSelection selection, SourceActivator activator, DescriptorStore descriptors, ConnectorCatalog? previous)
{
    private readonly RecordTypeMerger merger = new();
    private readonly List<ConfigurationMistake> mistakes = [];
    private readonly List<string> kept = [];

    /// <summary>What is wrong with the sources, apart from what reading their files has found.</summary>
    public IReadOnlyList<ConfigurationMistake> Mistakes => mistakes;

    /// <summary>The sources that stay as they were because of a mistake in the configuration.</summary>
    public IReadOnlyList<string> Kept => kept;

    public IReadOnlyList<MergedRecordType> RecordTypes => merger.Merge(register.Sources.Select(source => source.Id));

    /// <summary>The sources in the register's order, each held once.</summary>
    public IReadOnlyList<Source> Build()
    {
        // Who already serves goes first: a newcomer whose types do not fit must not push it out.
        var drafts = register.Sources.Select(Draft).ToList();
        var built = drafts.OrderBy(Seniority).Select(Settle).ToDictionary(source => source.Id);
        return [.. register.Sources.Select(source => AddRemembered(built[source.Id]))];
    }

    private Attempt Draft(ConfiguredSource configured)
    {
        var running = previous?.FindSource(register.Register.Id, configured.Id) is { Runtime: not null } source ? source : null;
        if (configured.File is not { } file)
        {
            var unread = new Source
            {
                Register = register.Register.Id,
                Id = configured.Id,
                Name = configured.Id,
                ConnectorId = null,
                State = SourceState.Quarantined,
                Reason = configured.Mistake?.ToString(),
            };
            return new(unread, running, null, MayKeep: true);
        }

        var asConfigured = new Source
        {
            Register = file.Register,
            Id = file.Id,
            Name = file.Name,
            ConnectorId = file.Connector,
            State = SourceState.Disabled,
            Reason = "its configuration says enabled: false.",
            Timeout = file.Timeout,
            Concurrency = file.Concurrency,
            Stewardship = file.Stewardship,
            NamedAggregate = register.Register.Pack.Web.AggregateOnly.Contains(file.Id),
        };
        if (!file.Enabled)
        {
            return new(asConfigured, running, file, MayKeep: false);
        }

        if (file.TransferMistake(register.Register.Pack.Transfers) is { } forbidden)
        {
            // What ran in a country where it may not be does not go on running there.
            mistakes.Add(forbidden);
            return new(Quarantined(asConfigured, forbidden), running, file, MayKeep: false);
        }

        return Start(asConfigured, file, running);
    }

    private Attempt Start(Source source, SourceFile file, Source? running)
    {
        // Where the file names another plugin, or the plugin is the same, only the configuration can have broken the source.
        var otherPlugin = running is not null && running.ConnectorId != file.Connector;
        try
        {
            var plugin = selection.Get(file.Connector);
            var samePlugin = running?.Runtime!.PluginHash == plugin.Hash;
            if (samePlugin && running!.Runtime!.Fingerprint == activator.Fingerprint(file, plugin, register) && running.Runtime.TryHold())
            {
                return new(Active(source, running.Runtime), running, file, MayKeep: true);
            }

            var activation = activator.Activate(file, plugin, register);
            mistakes.AddRange(activation.Mistakes);
            return activation.Runtime is { } runtime
                ? new(Active(source, runtime), running, file, otherPlugin || samePlugin)
                : new(Quarantined(source, activation.Mistakes[0]), running, file, otherPlugin || samePlugin || activation.SettingsAtFault);
        }
        catch (PluginException exception)
        {
            var mistake = file.ConnectorMistake($"plugin '{file.Connector}': {exception.Message}");
            mistakes.Add(mistake);
            return new(Quarantined(source, mistake), running, file, otherPlugin);
        }
    }

    private static int Seniority(Attempt attempt) => attempt switch
    {
        { Running: null } => 2,
        { Source.Runtime: not null } when !DescriptorStore.AreEqual(attempt.Source.Descriptor!, attempt.Running.Descriptor!) => 1,
        _ => 0,
    };

    private Source Settle(Attempt attempt)
    {
        var source = attempt.Source;
        if (source.Runtime is { } runtime && merger.TryAdd(source.Id, runtime.Descriptor) is { } conflict)
        {
            runtime.Release();
            var mistake = attempt.File!.ConnectorMistake(conflict);
            mistakes.Add(mistake);
            source = Quarantined(source, mistake);
        }

        return source.State == SourceState.Quarantined && attempt is { MayKeep: true, Running: { } running } && Keep(running) ? running : source;
    }

    private bool Keep(Source running)
    {
        // The hold cannot fail: the catalog before still has one.
        if (merger.TryAdd(running.Id, running.Descriptor!) is not null || !running.Runtime!.TryHold())
        {
            return false;
        }

        kept.Add(running.ToString());
        return true;
    }

    /// <summary>Gives a source that cannot be asked the descriptor it last had, unless that no longer fits the others.</summary>
    private Source AddRemembered(Source source) =>
        source.Runtime is null
        && descriptors.Read(source.Register, source.Id) is { } remembered
        && merger.TryAdd(source.Id, remembered) is null
            ? source with { Descriptor = remembered }
            : source;

    private static Source Active(Source source, SourceRuntime runtime) =>
        source with { State = SourceState.Active, Reason = null, Descriptor = runtime.Descriptor, Runtime = runtime };

    private static Source Quarantined(Source source, ConfigurationMistake mistake) =>
        source with { State = SourceState.Quarantined, Reason = mistake.ToString(), Descriptor = null, Runtime = null };

    /// <param name="Source">The source as its file and its plugin make it now.</param>
    /// <param name="Running">The source as it served until now; null when it did not.</param>
    /// <param name="File">Its file; null when that cannot be read.</param>
    /// <param name="MayKeep">Whether what does not work is the configuration's fault, so that the running one stays.</param>
    private sealed record Attempt(Source Source, Source? Running, SourceFile? File, bool MayKeep);
}
