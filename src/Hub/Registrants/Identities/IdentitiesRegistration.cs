using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Registers identity kinds and the identity graph. Needs the hub's store.</summary>
public static class IdentitiesRegistration
{
    /// <param name="services">The hub's services.</param>
    /// <param name="configuration">
    /// Reads <c>Hub:AllowArtificialIdentityCodes</c>; default true in Development, false elsewhere.
    /// </param>
    public static IServiceCollection AddIdentities(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new KnownIdentityKinds(
            configuration.GetValue<bool?>("Hub:AllowArtificialIdentityCodes")
                ?? provider.GetRequiredService<IHostEnvironment>().IsDevelopment(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<IdentityGraph>();
    }
}
