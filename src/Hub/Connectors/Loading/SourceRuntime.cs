using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors.Configuration;
using Polly;
using Polly.CircuitBreaker;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>One source at work: its connector, its slots and its breaker. Disposed with the last hold, calls included.</summary>
internal sealed partial class SourceRuntime
{
    private readonly HoldCount holds = new();
    private readonly CircuitBreakerStateProvider breaker = new();
    private readonly string name;
    private readonly ILogger logger;
    private ServiceProvider? services;
    private LoadedPlugin? plugin;
    private IConnector? connector;

    /// <param name="file">The source's file.</param>
    /// <param name="plugin">The plugin, with a hold that passes to this object.</param>
    /// <param name="services">What the connector was made from; disposed with this object.</param>
    /// <param name="connector">The connector.</param>
    /// <param name="descriptor">What it says of itself.</param>
    /// <param name="fingerprint">Changes with everything the source was made from.</param>
    /// <param name="clock">The clock of the breaker.</param>
    /// <param name="logger">Takes failures at disposal.</param>
    public SourceRuntime(
        SourceFile file, LoadedPlugin plugin, ServiceProvider services, IConnector connector, SourceDescriptor descriptor,
        string fingerprint, TimeProvider clock, ILogger logger)
    {
        this.plugin = plugin;
        this.services = services;
        this.connector = connector;
        this.logger = logger;
        name = $"{file.Register}/{file.Id}";
        Descriptor = descriptor;
        PluginHash = plugin.Hash;
        Fingerprint = fingerprint;
        Slots = new SemaphoreSlim(file.Concurrency, file.Concurrency);
        Pipeline = BuildPipeline(file.Breaker, clock);
    }

    public SourceDescriptor Descriptor { get; }

    public string Fingerprint { get; }

    /// <summary>Which version of the plugin runs it.</summary>
    public string PluginHash { get; }

    /// <summary>One slot per call that may run at once.</summary>
    public SemaphoreSlim Slots { get; }

    /// <summary>The circuit breaker; failures that are the operator's or the answer's do not count.</summary>
    public ResiliencePipeline Pipeline { get; }

    public BreakerState Breaker => breaker.CircuitState switch
    {
        CircuitState.Closed => BreakerState.Closed,
        CircuitState.HalfOpen => BreakerState.HalfOpen,
        _ => BreakerState.Open,
    };

    public bool TryHold() => holds.TryAdd();

    /// <summary>The connector, held until <see cref="Release"/>; false when the source is gone.</summary>
    public bool TryUse([NotNullWhen(true)] out IConnector? held)
    {
        held = holds.TryAdd() ? connector : null;
        return held is not null;
    }

    public void Release()
    {
        if (holds.Remove())
        {
            _ = DisposeAsync();
        }
    }

    private async Task DisposeAsync()
    {
        try
        {
            connector = null;
            await services!.DisposeAsync();
        }
        catch (Exception exception)
        {
            DisposalFailed(logger, name, exception.GetType().Name);
        }
        finally
        {
            services = null;
            plugin!.Release();
            plugin = null;
            Slots.Dispose();
        }
    }

    private ResiliencePipeline BuildPipeline(BreakerSettings settings, TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = settings.FailureRatio,
                MinimumThroughput = settings.MinimumThroughput,
                SamplingDuration = settings.Window,
                BreakDuration = settings.BreakDuration,
                StateProvider = breaker,
                ShouldHandle = new PredicateBuilder().Handle<Exception>(Invocation.CallFailures.Count),
            })
            .Build();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} could not be disposed cleanly ({ExceptionType}).")]
    private static partial void DisposalFailed(ILogger logger, string source, string exceptionType);
}
