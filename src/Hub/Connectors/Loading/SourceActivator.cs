using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Configuration;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Makes a source from its file and its plugin.</summary>
internal sealed class SourceActivator(HubDirectories directories, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>How long a plugin may take to come up; far beyond what reading settings takes. Default 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tells whether a source must be made anew: changes with everything it is made from.</summary>
    public string Fingerprint(SourceFile file, LoadedPlugin plugin, ConfiguredRegister register)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(SettingsOf(file), ConnectorJson.Default.SourceSettings));
        string[] others =
        [
            plugin.Id, plugin.Hash, $"{file.Timeout} {file.Concurrency} {file.Breaker}",
            .. register.Register.Categories.Select(category => category.Id), "/", .. register.Sources.Select(source => source.Id),
        ];
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', others)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The source at work, or what is wrong with it. Plugin code runs here, so it runs apart and not for ever.</summary>
    public Activation Activate(SourceFile file, LoadedPlugin plugin, ConfiguredRegister register)
    {
        if (!plugin.TryHold())
        {
            return new(null, [file.ConnectorMistake("its plugin is being replaced.")]);
        }

        var work = Task.Run(() => Make(file, plugin, register));
        if (work.Wait(Patience))
        {
            return work.Result;
        }

        _ = work.ContinueWith(late => late.Result.Runtime?.Release(), TaskScheduler.Default);
        return new(null, [file.ConnectorMistake($"the connector did not come up within {XmlConvert.ToString(Patience)}; its constructor and Describe may not wait for anything.")]);
    }

    private Activation Make(SourceFile file, LoadedPlugin plugin, ConfiguredRegister register)
    {
        ServiceProvider? services = null;
        IReadOnlyList<ConfigurationMistake> mistakes;
        var settingsAtFault = false;
        try
        {
            var settings = SettingsOf(file);
            mistakes = Validate(file, plugin, settings);
            settingsAtFault = mistakes.Count > 0;
            if (mistakes.Count == 0)
            {
                services = BuildServices(plugin, settings);
                var connector = services.GetRequiredService<IConnector>();
                var descriptor = DescriptorStore.Detach(connector.Describe());
                mistakes = [.. new DescriptorValidator(register.Register, [.. register.Sources.Select(source => source.Id)])
                    .Validate(descriptor, connector).Select(mistake => file.ConnectorMistake($"descriptor: {mistake}"))];
                if (mistakes.Count == 0)
                {
                    var logger = loggers.CreateLogger<SourceRuntime>();
                    return new(new SourceRuntime(file, plugin, services, connector, descriptor, Fingerprint(file, plugin, register), clock, logger), []);
                }
            }
        }
        catch (SourceException exception)
        {
            mistakes = [file.ConnectorMistake(exception.Message)];
            settingsAtFault = exception.Kind == FailureKind.Configuration;
        }
        catch (Exception exception)
        {
            mistakes = [file.ConnectorMistake($"the connector cannot be made ({exception.GetType().Name}); its author has to look.")];
        }

        Abandon(services, plugin);
        return new(null, mistakes, settingsAtFault);
    }

    private static void Abandon(ServiceProvider? services, LoadedPlugin plugin)
    {
        try
        {
            services?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // The source is refused already, with a better reason than this.
        }

        plugin.Release();
    }

    private static IReadOnlyList<ConfigurationMistake> Validate(SourceFile file, LoadedPlugin plugin, SourceSettings settings) =>
        plugin.Validator is null
            ? []
            : [.. ((ISettingsValidator)Activator.CreateInstance(plugin.Validator, nonPublic: true)!)
                .Validate(settings).Select(mistake => file.Positions.Locate(mistake.Path, mistake.Message))];

    private ServiceProvider BuildServices(LoadedPlugin plugin, SourceSettings settings)
    {
        Directory.CreateDirectory(settings.WorkDirectory);
        var services = new ServiceCollection();
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.Scan(scan => scan.FromAssemblies(plugin.Assembly)
            .AddClasses(classes => classes.WithAttribute<SourceServiceAttribute>(), publicOnly: false)
            .AsSelfWithInterfaces()
            .WithSingletonLifetime());
        services.AddSingleton(typeof(IConnector), plugin.Connector);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private SourceSettings SettingsOf(SourceFile file) => new()
    {
        Register = file.Register,
        Source = file.Id,
        Settings = file.Settings,
        WorkDirectory = Path.Combine(directories.DataDirectory, "connectors", "work", file.Register, file.Id),
        BaseDirectory = directories.SourcesDirectory,
    };
}
