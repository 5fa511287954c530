using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Registers what carries requests out.</summary>
public static class FulfillmentServices
{
    /// <summary>Adds it; it needs the rooms of persistence, connectors, identities, registrants and audit, and planning.</summary>
    public static IServiceCollection AddFulfillment(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<FulfillmentOptions>, FulfillmentOptionsValidator>();
        services.AddOptions<FulfillmentOptions>().Bind(configuration.GetSection(FulfillmentOptions.Section)).ValidateOnStart();
        services.AddOptions<FulfillmentOptions>().PostConfigure<IHostEnvironment>((options, host) =>
            options.BlockerCheck ??= host.IsDevelopment() ? TimeSpan.FromSeconds(10) : TimeSpan.FromHours(1));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FulfillmentOptions>>().Value);
        services.TryAddSingleton(provider => new Backoff(provider.GetRequiredService<FulfillmentOptions>(), Random.Shared));
        services.TryAddSingleton<PlanShare>(provider => provider.GetRequiredService<SharePlanner>().PlanAsync);
        services.TryAddSingleton<RequestVault>();
        services.TryAddSingleton<RequestChanges>();
        services.TryAddSingleton<RequestWaking>();
        AddWork(services);
        AddDecisions(services);

        // It tells of every trigger; what an operator has to know, the tasks say.
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning));
        services.AddSingleton<QuartzEngine>();
        services.TryAddSingleton<IFulfillmentEngine>(provider => provider.GetRequiredService<QuartzEngine>());
        services.AddHostedService(provider => provider.GetRequiredService<QuartzEngine>());
        return services;
    }

    private static void AddWork(IServiceCollection services)
    {
        services.AddSingleton<TaskClaims>();
        services.AddSingleton<TaskOpener>();
        services.AddMetrics().AddSingleton<DeadLetterAlert>();
        services.AddSingleton<TaskCourse>();
        services.AddSingleton<TaskUnits>();
        services.AddSingleton<TaskRecorder>();
        services.AddSingleton<CallbackTokens>().AddSingleton<TaskCallbacks>();
        services.AddSingleton<SourceWrites>();
        services.AddSingleton<ReadBack>();
        services.AddSingleton<UnplannedReading>();
        services.AddSingleton<RequestIdentities>().AddSingleton<LiveBlockers>().AddSingleton<BlockerChecks>();
        services.AddSingleton<TaskRunner>();
        services.AddSingleton<TaskWorker>();
    }

    private static void AddDecisions(IServiceCollection services)
    {
        services.AddSingleton<BulkPace>().AddSingleton<RequestStopping>();
        services.AddSingleton(provider => new RequestEnding(
            provider.GetRequiredService<RequestVault>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IRegistrantForgetting>()));
        services.AddSingleton<RequestSettlement>().AddSingleton<LiftedWaits>();
        services.AddSingleton(provider => new ReceiptArrivals(
            provider.GetRequiredService<LiftedWaits>(), provider.GetRequiredService<RequestWaking>(), provider.GetRequiredService<IdentityGraph>()));
        services.AddSingleton<DecisionKeys>().AddSingleton<TaskDesk>();
        services.AddSingleton(provider => new DeadLetters(
            provider.GetRequiredService<CatalogHolder>(),
            provider.GetRequiredService<IDbContextFactory<HubDbContext>>(),
            provider.GetRequiredService<RequestViews>(),
            provider.GetRequiredService<OpaqueIds>(),
            provider.GetRequiredService<AuditTrail>()));
        services.AddSingleton<HandVerification>();
        services.AddSingleton(provider => new TaskDecisions(
            provider.GetRequiredService<TaskDesk>(),
            provider.GetRequiredService<HandVerification>(),
            provider.GetRequiredService<DecisionKeys>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
