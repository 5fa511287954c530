using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants.Passports;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention.Explaining;
using PersonalDataHub.Hub.Retention.HandOvers;
using PersonalDataHub.Hub.Retention.Holds;
using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Registers the room that finds what is to go, keeps what must stay, and sees to hand-overs.</summary>
public static class RetentionServices
{
    /// <summary>Adds the room; it needs the rooms of requests, registrants, marketing, disclosures, connectors, identities, audit and persistence.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RetentionOptions>>().Value);
        services.AddSingleton<RelationshipReader>().AddSingleton<ConsentReader>().AddSingleton<RetentionFactsBook>().AddSingleton<RetentionReading>().AddSingleton<PersonFinding>();
        services.AddSingleton<IRetentionFacts>(of => Get<RetentionFactsBook>(of));
        services.AddSingleton<HoldVault>().AddSingleton<HandOverStore>().AddSingleton<HandOverDisclosure>();
        services.AddSingleton<IDueDivision, DueDivision>();
        services.AddSingleton<IErasureHindrance, DueHindrance>();
        services.AddSingleton<IErasureHindrance, HoldHindrance>();
        services.AddSingleton<IErasureHindrance, HandOverHindrance>();
        services.AddSingleton<SweepCheck>().AddSingleton<SweepStore>().AddSingleton<SweepFiling>().AddSingleton<FindingBook>().AddSingleton<ConsentEndings>().AddSingleton<SweepRun>();
        services.AddSingleton(of => new HoldBook(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<WriteGate>(of), Get<HoldVault>(of), Get<PersonFinding>(of),
            Get<DecisionKeys>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)));
        services.AddSingleton(of => new HandOverDesk(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<WriteGate>(of), Get<HoldVault>(of), Get<ReceiptArrivals>(of),
            Get<HandOverDisclosure>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)));
        services.AddSingleton(of => new RetentionExplainer(
            Get<CatalogHolder>(of), Get<PersonFinding>(of), Get<RetentionReading>(of), Get<RetentionFactsBook>(of), Get<AuditTrail>(of)));
        services.AddSingleton(of => new RetentionSweeps(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<HubDatabase>(of), Get<SweepStore>(of), Get<SweepRun>(of), Get<FindingBook>(of), Get<AuditTrail>(of),
            Get<TimeProvider>(of), Get<ILogger<RetentionSweeps>>(of)));
        services.AddHostedService<NightlySweeps>();
        return services;
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
