using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PersonalDataHub.Hub.Audit;

/// <summary>Registers the audit trail. Needs the hub's store and <see cref="Registers.INoticesInForce"/>.</summary>
public static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<AuditTrail>();
    }
}
