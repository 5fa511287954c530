using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PersonalDataHub.PersonView.Register;
using PersonalDataHub.PersonView.Sources;

namespace PersonalDataHub.PersonView.Hosting;

/// <summary>What all contenders have in common as processes.</summary>
/// <remarks>
/// <c>--sources ADDRESS</c> asks the sources over HTTP, without it they are in the process; <c>--register FILE</c> turns on
/// API key, identity lookup and audit.
/// </remarks>
public static class ContenderHost
{
    /// <summary>The only key that is known.</summary>
    public const string ApiKey = "pdh_for-measuring-only";

    /// <summary>Who the key belongs to.</summary>
    public const string Caller = "load";

    /// <summary>What a process prints before its address once it listens.</summary>
    public const string Announcement = "Listening on ";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        if (SourceAddresses.From(builder.Configuration) is { } addresses)
        {
            builder.Services.AddSingleton(addresses);
            builder.Services.AddSingleton(new SourceBytes(new HttpClient()));
            builder.Services.AddSingleton<IPersonSources, HttpSources>();
        }
        else
        {
            builder.Services.AddSingleton<IPersonSources, InProcessSources>();
        }

        if (builder.Configuration["register"] is { } file)
        {
            builder.Services.AddSingleton(services => new PersonRegister(file, services.GetRequiredService<TimeProvider>()));
        }

        return builder;
    }

    /// <summary>Asks for the API key where there is a register. To be called before anything is mapped.</summary>
    public static void UseApiKey(this WebApplication application)
    {
        if (application.Services.GetService<PersonRegister>() is not null)
        {
            application.Use(ApiKeyCheck.InvokeAsync);
        }
    }

    /// <summary>Serves until it is ended, and prints the address once it listens.</summary>
    public static async Task ServeAsync(this WebApplication application)
    {
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Console.WriteLine(Announcement + address);
        await application.WaitForShutdownAsync();
    }
}
