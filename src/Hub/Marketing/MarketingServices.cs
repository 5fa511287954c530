using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Registers the room that keeps what people decided about the use of their data.</summary>
public static class MarketingServices
{
    /// <summary>Adds the room; it needs the rooms of requests, registrants, connectors, audit and persistence.</summary>
    public static IServiceCollection AddMarketing(this IServiceCollection services) => services
        .AddSingleton<PermissionBook>()
        .AddSingleton<PersonPermissions>()
        .AddSingleton<PermissionSpreading>()
        .AddSingleton(of => new MarketingPermissions(
            Get<CatalogHolder>(of), Get<PersonPermissions>(of), Get<PermissionBook>(of), Get<PermissionSpreading>(of),
            Get<RegistrantLookup>(of), Get<WriteGate>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)))
        .AddSingleton(of => new PurposeSwitches(Get<CatalogHolder>(of), Get<WriteGate>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)))
        .AddSingleton(of => new AddressLabels(
            Get<CatalogHolder>(of), Get<SourceInvoker>(of), Get<IdentityGraph>(of), Get<PermissionBook>(of), Get<RestrictionBook>(of),
            Get<OpaqueIds>(of), Get<AuditTrail>(of), Get<TimeProvider>(of)));

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
