using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.Hub.Demo;

/// <summary>Makes the demo registers' sources at the first start in Development; never in any other environment.</summary>
internal static partial class DemoStart
{
    /// <summary>Makes the sources that are not there yet.</summary>
    public static async Task MakeSourcesAsync(WebApplication hub, DemoOptions options, CancellationToken cancellationToken)
    {
        if (!hub.Environment.IsDevelopment())
        {
            return;
        }

        var directory = Path.Combine(hub.Services.GetRequiredService<HubDirectories>().DataDirectory, "telecom");
        if (Directory.Exists(directory))
        {
            return;
        }

        Making(hub.Logger, options.People);
        await TelecomDemo.CreateAsync(
            new TelecomDemoOptions
            {
                Directory = directory,
                People = options.People,
                Seed = options.Seed,
                Now = hub.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
            },
            cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Making the demo sources of {People} artificial people.")]
    private static partial void Making(ILogger logger, int people);
}
