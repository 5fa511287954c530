using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Requests.Bulk;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Ledger;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Registers the room that takes, plans, approves and carries out data subject requests.</summary>
public static class RequestServices
{
    /// <summary>Adds the room; it needs the rooms of registrants, connectors, identities, audit and persistence.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlanning();
        services.AddFulfillment(configuration);
        services.AddSingleton<RequestOrder>().AddSingleton<CorrectionsUnderWay>().AddSingleton<RequestSubjects>().AddSingleton<RequestFingerprint>();
        services.AddSingleton<RequestPlanning>().AddSingleton<FourEyesRule>().AddSingleton<RequestFiling>().AddSingleton<RequestOpener>().AddSingleton<RequestViews>();
        services.AddSingleton<CorrectionUndo>();
        services.AddSingleton<ReturnWatch>().AddSingleton<RecurrenceQueue>().AddSingleton<RecurrenceOpening>();
        services.AddHostedService(provider => provider.GetRequiredService<RecurrenceOpening>());
        services.AddSingleton<IRegistrantObserver, RequestObserver>();
        services.AddBulkErasures();
        services.AddErasureLedger();
        AddServices(services);
        return services;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(of => new RequestIntake(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<WriteGate>(of), Get<RequestPlanning>(of), Get<RequestFingerprint>(of),
            Get<RequestFiling>(of), Get<RequestOrder>(of), Get<RequestViews>(of), Get<RequestWaking>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)));
        services.AddSingleton(of => new PlanApproval(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<WriteGate>(of), Get<RequestPlanning>(of), Get<RequestVault>(of),
            Get<RequestOpener>(of), Get<RequestFiling>(of), Get<RequestOrder>(of), Get<RequestViews>(of), Get<RequestWaking>(of), Get<AuditTrail>(of)));
        services.AddSingleton(of => new Withdrawal(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<WriteGate>(of), Get<RequestStopping>(of), Get<CorrectionUndo>(of),
            Get<RestrictionBook>(of), Get<RequestSettlement>(of), Get<RequestViews>(of), Get<RequestWaking>(of), Get<DecisionKeys>(of),
            Get<AuditTrail>(of), Get<TimeProvider>(of)));
        services.AddSingleton(of => new RequestReader(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<RequestViews>(of), Get<RequestSubjects>(of), Get<RequestChanges>(of),
            Get<OpaqueIds>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)));
        services.AddSingleton(of => new DeadlineDecisions(
            Get<CatalogHolder>(of), Get<IDbContextFactory<HubDbContext>>(of), Get<WriteGate>(of), Get<RequestViews>(of), Get<RequestWaking>(of),
            Get<DecisionKeys>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)));
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
