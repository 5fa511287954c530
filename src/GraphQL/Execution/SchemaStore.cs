using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Types.Annotations;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Holds the served schema and builds it anew when a module's types change. Requests in flight keep the one they started with.</summary>
internal sealed partial class SchemaStore : IDisposable
{
    private readonly ServerConfiguration configuration;
    private readonly IReadOnlyList<ITypeModule> modules;
    private readonly IServiceProviderIsService? knownServices;
    private readonly ILogger<SchemaStore> logger;
    private readonly SemaphoreSlim building = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private volatile SchemaSnapshot? current;
    private IReadOnlyList<TypeConfiguration>? reflected;
    private int isRebuildAsked;

    public SchemaStore(
        ServerConfiguration configuration,
        IEnumerable<ITypeModule> modules,
        ILogger<SchemaStore> logger,
        IServiceProviderIsService? knownServices = null)
    {
        this.configuration = configuration;
        this.modules = [.. modules];
        this.logger = logger;
        this.knownServices = knownServices;
        foreach (var module in this.modules)
        {
            module.TypesChanged += OnTypesChanged;
        }
    }

    /// <summary>Raised after another schema took over.</summary>
    public event EventHandler? Changed;

    /// <summary>The last rebuild, for those who wait until it is served.</summary>
    public Task Rebuilding { get; private set; } = Task.CompletedTask;

    /// <summary>The served schema, built by the first who asks.</summary>
    public ValueTask<SchemaSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        return current is { } snapshot ? new(snapshot) : new(BuildFirst(cancellationToken));
    }

    public void Dispose()
    {
        foreach (var module in modules)
        {
            module.TypesChanged -= OnTypesChanged;
        }

        stopping.Cancel();
    }

    private async Task<SchemaSnapshot> BuildFirst(CancellationToken cancellationToken)
    {
        await building.WaitAsync(cancellationToken);
        try
        {
            return current ??= await Build(cancellationToken);
        }
        finally
        {
            building.Release();
        }
    }

    private void OnTypesChanged(object? sender, EventArgs arguments)
    {
        // Changes that come while a rebuild waits for its turn are seen by that rebuild.
        if (Interlocked.Exchange(ref isRebuildAsked, 1) == 0)
        {
            Rebuilding = Task.Run(Rebuild);
        }
    }

    private async Task Rebuild()
    {
        try
        {
            await building.WaitAsync(stopping.Token);
            try
            {
                Interlocked.Exchange(ref isRebuildAsked, 0);
                current = await Build(stopping.Token);
            }
            finally
            {
                building.Release();
            }

            Changed?.Invoke(this, EventArgs.Empty);
            LogRebuilt(logger, current.Schema.Types.Count);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops; nobody needs the new schema.
        }
        catch (SchemaException exception)
        {
            LogMistakes(logger, string.Join("; ", exception.Mistakes));
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception.GetType().Name);
        }
    }

    private async Task<SchemaSnapshot> Build(CancellationToken cancellationToken)
    {
        var mistakes = new List<string>();
        ScalarType[] scalars = [.. SpecifiedScalars.All, .. configuration.Scalars, .. ExtendedScalars.All];
        scalars = [.. scalars.DistinctBy(s => s.Name)];
        reflected ??= new TypeReflector(configuration.Types, configuration.Assemblies, scalars, knownServices, configuration.Options, mistakes).Reflect();
        var types = reflected.ToList();
        foreach (var module in modules)
        {
            types.AddRange(await module.CreateTypesAsync(cancellationToken));
        }

        if (mistakes.Count > 0)
        {
            reflected = null;
        }

        // A module may bring a whole schema with its own definition of @defer.
        var knowsDefer = types.Exists(t => t is DirectiveTypeConfiguration && t.Name == SpecifiedDirectives.Defer.Name);
        IReadOnlyList<DirectiveDefinition> directives = configuration.Options.EnableDefer && !knowsDefer
            ? [SpecifiedDirectives.Defer, .. configuration.Directives]
            : configuration.Directives;
        var schema = new SchemaCompiler(scalars, directives, new FieldRules(configuration, knownServices), mistakes).Compile(types);
        return new SchemaSnapshot(schema, new PlanCache(configuration.Options.PlanCacheSize));
    }

    [LoggerMessage(1, LogLevel.Information, "The GraphQL schema was built anew: {Types} types")]
    private static partial void LogRebuilt(ILogger logger, int types);

    [LoggerMessage(2, LogLevel.Error, "The GraphQL schema stays as it was, as the changed one has mistakes: {Mistakes}")]
    private static partial void LogMistakes(ILogger logger, string mistakes);

    [LoggerMessage(3, LogLevel.Error, "The GraphQL schema stays as it was, as a type module failed with {ExceptionType}")]
    private static partial void LogFailed(ILogger logger, string exceptionType);
}
