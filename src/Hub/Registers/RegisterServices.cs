using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PersonalDataHub.Hub.Registers;

/// <summary>Registers what the rooms know of registers and of the folders that describe them.</summary>
public static class RegisterServices
{
    /// <summary>Adds <see cref="HubDirectories"/>, read from the configuration keys <c>Hub:…Directory</c>.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services, IConfiguration configuration, string contentRoot) =>
        services.AddSingleton(HubDirectories.From(configuration, contentRoot));
}
