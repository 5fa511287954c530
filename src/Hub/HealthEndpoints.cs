using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub;

/// <summary>Tells a supervisor whether the hub lives and can answer; says nothing of people or sources.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live"));
        endpoints.MapGet("/health/ready", (CatalogHolder catalogs) =>
            catalogs.Current.Registers.Count > 0
                ? Results.Text("ready")
                : Results.Text("no register is configured", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
