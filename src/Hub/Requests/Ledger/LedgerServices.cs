using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>Registers what follows the erasure ledger.</summary>
internal static class LedgerServices
{
    /// <summary>Adds it; it needs the rooms of persistence and registrants, and fulfilment.</summary>
    public static IServiceCollection AddErasureLedger(this IServiceCollection services)
    {
        services.AddSingleton<ErasedPersons>().AddSingleton<ErasureReopening>().AddSingleton<ErasureReplay>();
        return services.AddHostedService<LedgerStart>();
    }
}
