using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Passports;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Registers the room that finds people and reads what sources hold of them.</summary>
public static class RegistrantServices
{
    /// <summary>Adds the room; it needs the rooms of connectors, identities, audit and persistence.</summary>
    public static IServiceCollection AddRegistrants(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RecordSeal(
            provider.GetRequiredService<OpaqueIds>(), provider.GetRequiredService<ValueTag>()));
        services.AddSingleton(provider => new RestrictionHash(provider.GetRequiredService<BlindIndex>()));
        services.AddSingleton(provider => new RestrictionBook(
            provider.GetRequiredService<IDbContextFactory<HubDbContext>>(),
            provider.GetRequiredService<RestrictionHash>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RegistrantObservers(provider.GetServices<IRegistrantObserver>));
        services.AddSingleton<IRegistrantForgetting>(provider => new IdentityForgetting(
            register => provider.GetRequiredService<CatalogHolder>().Current.Sources.Where(source => source.Register == register),
            provider.GetRequiredService<KnownIdentityKinds>(),
            provider.GetRequiredService<PersonKeys>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PassportPolicies>();
        services.AddSingleton<RegistrantIdentification>();
        services.AddSingleton(provider => new PurposeGuards(provider.GetServices<IPurposeGuard>));
        services.AddSingleton<RegistrantLookup>();
        services.AddSingleton<StandingReader>();
        services.AddSingleton<RegistrantSearcher>();
        services.AddSingleton<RegistrantFileReader>();
        services.AddSingleton(provider => new BlockerReader(provider.GetRequiredService<SourceInvoker>().ReadFactsAsync));
        services.AddSingleton(provider => new RegistrantReader(
            provider.GetRequiredService<CatalogHolder>(),
            provider.GetRequiredService<RegistrantSearcher>(),
            provider.GetRequiredService<PurposeGuards>(),
            provider.GetRequiredService<AuditTrail>()));
        services.AddSingleton(provider => new IdentityReview(
            provider.GetRequiredService<CatalogHolder>(),
            provider.GetRequiredService<IdentityGraph>(),
            provider.GetRequiredService<RecordSeal>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<RegistrantObservers>()));
        services.AddSingleton(provider => new NamedFields(
            provider.GetRequiredService<CatalogHolder>(), provider.GetRequiredService<RecordSeal>()));
        services.AddSingleton(provider => new DownloadAddresses(
            provider.GetRequiredService<RecordSeal>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RedactionBook(
            provider.GetRequiredService<IDbContextFactory<HubDbContext>>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<RestrictionHash>(),
            provider.GetRequiredService<DownloadAddresses>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RecordingDownload(
            provider.GetRequiredService<DownloadAddresses>(),
            provider.GetRequiredService<CatalogHolder>(),
            provider.GetRequiredService<SourceInvoker>(),
            provider.GetRequiredService<RestrictionBook>(),
            provider.GetRequiredService<RedactionBook>(),
            provider.GetRequiredService<AuditTrail>()));
        return services;
    }

    /// <summary>Maps the addresses under which recordings are fetched.</summary>
    public static void MapRecordings(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(
            $"{DownloadAddresses.Path}/{{token}}",
            [HttpMethods.Get, HttpMethods.Head],
            (HttpContext http, string token, RecordingDownload download) => download.AnswerAsync(http, token)).RequireAuthorization();
}
