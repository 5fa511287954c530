using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Connectors.Configuration;
using PersonalDataHub.Hub.Connectors.Invocation;
using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Tests.Connectors;

/// <summary>A plugin room of a test's own, over real folders and real plugins.</summary>
internal sealed class PluginRoom : IDisposable
{
    private readonly TemporaryDirectory root = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ILoggerFactory loggers;
    private CatalogHolder? holder;

    public PluginRoom()
    {
        Directories = new() { DataDirectory = root.File("data"), ConfigDirectory = root.File("config"), PluginsDirectory = root.File("plugins"), SourcesDirectory = root.File("config", "shop") };
        Directory.CreateDirectory(Directories.ConfigDirectory);
        Directory.CreateDirectory(Directories.PluginsDirectory);
        loggers = LoggerFactory.Create(logging => logging.AddProvider(Log));
        Invoker = new SourceInvoker(Clock, new CallMeter(services.GetRequiredService<IMeterFactory>()), loggers.CreateLogger<SourceInvoker>());
    }

    public HubDirectories Directories { get; }

    public TestTimeProvider Clock { get; } = new();

    public CollectedLog Log { get; } = new();

    public Dictionary<string, string> Environment { get; } = [];

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    public SourceInvoker Invoker { get; }

    /// <summary>Tells this room's meters from those of tests running beside it.</summary>
    public object MeterScope => services.GetRequiredService<IMeterFactory>();

    /// <summary>The holder, loaded at first use.</summary>
    public CatalogHolder Holder => holder ??= NewHolder();

    public static string BuiltPlugins { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    public PluginRoom WithPlugins(params string[] ids)
    {
        foreach (var id in ids)
        {
            Copy(Path.Combine(BuiltPlugins, id), PluginFolder(id));
        }

        return this;
    }

    public PluginRoom WithRegister(string id = "shop", string more = "precedence: [crm]")
    {
        Write($"{id}/register.yaml", $$"""
            id: {{id}}
            name: Shop
            controller: { name: Shop Oy }
            primarySource: crm
            {{more}}
            categories:
              - { id: contact, name: Contact }
              - { id: web, name: Web }
            purposes:
              - { id: service, name: Service, categories: all }
            """);
        return this;
    }

    public PluginRoom WithSource(string id, string connector, string more = "")
    {
        Write($"shop/{id}.yaml", $"connector: {connector}\nname: {id}\n{more}\n");
        return this;
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Directories.ConfigDirectory, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
    }

    public string ConfigFile(string file) => Path.Combine(Directories.ConfigDirectory, file);

    public string PluginFolder(string id) => Path.Combine(Directories.PluginsDirectory, id);

    public Source Source(string id = "crm") => Holder.Current.FindSource("shop", id).ShouldNotBeNull();

    /// <summary>Forgets what is in memory, as a restart does; the folders stay.</summary>
    public void Restart()
    {
        holder?.Dispose();
        holder = null;
    }

    public static ReadRequest Request(string value = "1001", params string[] types) => new()
    {
        Identities = [new(IdentityKinds.CustomerNumber, value, "crm")],
        RecordTypes = types.Length == 0 ? ["contact", "visit"] : types,
    };

    public void Dispose()
    {
        holder?.Dispose();
        loggers.Dispose();
        services.Dispose();
        root.Dispose();
    }

    private CatalogHolder NewHolder()
    {
        var plugins = new PluginStore(Directories);
        var descriptors = new DescriptorStore(Directories);
        var configurations = new ConfigurationReader(Directories, name => Environment.GetValueOrDefault(name));
        var builder = new CatalogBuilder(configurations, plugins, new SourceActivator(Directories, Clock, loggers) { Patience = Patience }, descriptors);
        return new CatalogHolder(builder, Directories, plugins, descriptors, loggers.CreateLogger<CatalogHolder>());
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
