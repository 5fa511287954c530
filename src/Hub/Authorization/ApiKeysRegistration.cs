using Microsoft.AspNetCore.Authentication;

namespace PersonalDataHub.Hub.Authorization;

/// <summary>Registers authentication by API keys.</summary>
public static class ApiKeysRegistration
{
    /// <param name="services">The hub's services.</param>
    /// <param name="configuration">
    /// Reads <c>Hub:ApiKeys</c> (a list of name, hash, role, registers) and <c>Hub:DemoKeys</c>.
    /// </param>
    /// <exception cref="ApiKeyConfigurationException">Entries are wrong; the message names every mistake.</exception>
    public static IServiceCollection AddApiKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ApiKeys.Read(configuration));
        services.AddSingleton(provider => new DemoKeys(
            configuration.GetValue<bool?>(DemoKeys.Setting) ?? provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddAuthorization();
        services.AddAuthentication(ApiKeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, configureOptions: null);
        return services.AddHostedService<DemoKeysCheck>();
    }
}
