using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub;

/// <summary>Tells a supervisor whether the hub lives and can answer; says nothing of people or sources.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live"));
        endpoints.MapGet("/health/ready", async (CatalogHolder catalogs, HubDatabase database, ClockSkew skew, CancellationToken cancellationToken) =>
            catalogs.Current.Registers.Count == 0 ? NotReady("no register is configured")
            : !skew.IsTolerable ? NotReady("the clock is off")
            : !await database.AnswersAsync(cancellationToken).ConfigureAwait(false) ? NotReady("the database does not answer")
            : Results.Text("ready"));
    }

    private static IResult NotReady(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
