namespace PersonalDataHub.Hub.Demo;

/// <summary>Makes the demo registers' sources at the first start in Development; never in any other environment.</summary>
internal static partial class DemoStart
{
    /// <summary>Makes the sources that are not there yet, of the registers that are configured.</summary>
    /// <remarks>Each register's folder appears whole or not at all, so a start that was cut short goes on at the next.</remarks>
    public static async Task MakeSourcesAsync(WebApplication hub, DemoOptions options, CancellationToken cancellationToken)
    {
        if (!hub.Environment.IsDevelopment())
        {
            return;
        }

        var (directories, time) = (hub.Services.GetRequiredService<HubDirectories>(), hub.Services.GetRequiredService<TimeProvider>());
        foreach (var (register, make) in DemoRegisters.All)
        {
            var directory = Path.Combine(directories.DataDirectory, register);
            if (!Directory.Exists(directory) && Directory.Exists(Path.Combine(directories.ConfigDirectory, register)))
            {
                Making(hub.Logger, register);
                await make(directory, options, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Making the demo sources of '{Register}', with artificial people.")]
    private static partial void Making(ILogger logger, string register);
}
