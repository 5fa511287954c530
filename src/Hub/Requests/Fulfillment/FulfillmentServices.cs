using Microsoft.Extensions.Options;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Registers what carries requests out.</summary>
public static class FulfillmentServices
{
    /// <summary>Adds it; it needs the rooms of persistence, connectors, identities, audit and requests.</summary>
    public static IServiceCollection AddFulfillment(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<FulfillmentOptions>, FulfillmentOptionsValidator>();
        services.AddOptions<FulfillmentOptions>().Bind(configuration.GetSection(FulfillmentOptions.Section)).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FulfillmentOptions>>().Value);
        return services;
    }
}
