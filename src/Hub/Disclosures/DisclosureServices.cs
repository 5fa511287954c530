using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Registers the room that decides and records what goes to whom.</summary>
public static class DisclosureServices
{
    /// <summary>Adds the room; it needs the rooms of marketing, registrants, connectors, audit and persistence.</summary>
    public static IServiceCollection AddDisclosures(this IServiceCollection services) => services
        .AddSingleton<PersonGates>()
        .AddSingleton(of => new DisclosureStore(
            of.GetRequiredService<IDbContextFactory<HubDbContext>>(), of.GetRequiredService<OpaqueIds>(), of.GetRequiredService<TimeProvider>()))
        .AddSingleton(of => new DisclosureLedger(
            of.GetRequiredService<CatalogHolder>(),
            of.GetRequiredService<RegistrantLookup>(),
            of.GetRequiredService<IdentityGraph>(),
            of.GetRequiredService<PersonGates>(),
            of.GetRequiredService<PermissionBook>(),
            of.GetRequiredService<DisclosureStore>(),
            of.GetRequiredService<WriteGate>(),
            of.GetRequiredService<AuditTrail>(),
            of.GetRequiredService<TimeProvider>()));
}
