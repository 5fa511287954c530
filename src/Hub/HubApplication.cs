using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Drift;
using PersonalDataHub.Hub.GraphQL;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Profiling;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Retention;

namespace PersonalDataHub.Hub;

/// <summary>Puts the rooms together.</summary>
public static class HubApplication
{
    /// <summary>Where the hub listens unless told otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Makes a hub, not yet started.</summary>
    /// <param name="args">Configuration by command line, such as <c>--Hub:DataDirectory=/srv/hub</c>.</param>
    /// <param name="configure">Changes made before the rooms are put together; for tests and commands.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        QuietLogs(builder.Logging);
        configure?.Invoke(builder);
        AddRooms(builder);

        var hub = builder.Build();

        // Before anything is created: a hub that must not run leaves nothing behind.
        hub.Services.GetRequiredService<DemoKeys>().CheckEnvironment(hub.Environment.EnvironmentName);
        if (hub.Urls.Count == 0 && string.IsNullOrEmpty(hub.Configuration["urls"]))
        {
            hub.Urls.Add(DefaultAddress);
        }

        MapRooms(hub);
        return hub;
    }

    private static void AddRooms(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var directories = HubDirectories.From(configuration, builder.Environment.ContentRootPath);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPersistence(configuration, directories.DataDirectory);
        services.AddRegisters(configuration, builder.Environment.ContentRootPath);
        services.AddConnectors();
        services.AddIdentities(configuration);
        services.AddAudit();
        services.AddApiKeys(configuration);
        services.AddRegistrants();
        services.AddRequests(configuration);
        services.AddDrift();
        services.AddRetention(configuration);
        services.AddMarketing();
        services.AddProfiling();
        services.AddDisclosures();
        services.AddHostedService<TelemetryExport>();
        AddPacking(services);
        services.AddHubGraphQL(options =>
        {
            QueryEditor.Configure(options, directories, builder.Environment.IsDevelopment());
            Transport.Configure(options, configuration, builder.Environment.ContentRootPath);
        });
    }

    // Streams of results are not in the list: each result has to leave at once.
    private static void AddPacking(IServiceCollection services)
    {
        services.AddRequestDecompression();
        services.AddResponseCompression(packing =>
        {
            packing.EnableForHttps = true;
            packing.MimeTypes =
                ["application/json", "application/graphql-response+json", "text/plain", "text/html", "text/css", "text/javascript"];
        });
        services.AddSingleton<IResponseCompressionProvider, CookielessCompression>();
    }

    // Frameworks tell of every statement and every request; what an operator has to know, the rooms say themselves.
    private static void QuietLogs(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static void MapRooms(WebApplication hub)
    {
        hub.UseResponseCompression();
        hub.UseRequestDecompression();
        hub.UseAuthentication();
        hub.UseAuthorization();
        hub.MapHealth();
        hub.MapRecordings();
        hub.MapCallbacks();
        hub.MapHubGraphQL();
    }
}
