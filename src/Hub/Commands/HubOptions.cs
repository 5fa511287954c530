using System.CommandLine;

namespace PersonalDataHub.Hub.Commands;

/// <summary>The options of every command that asks a hub.</summary>
internal static class HubOptions
{
    public static Option<string?> Hub { get; } = new("--hub")
    {
        Description = "The address of the hub to ask; default: the one that owns the data directory, or one started for this command.",
    };

    public static Option<string?> Key { get; } = new("--key")
    {
        Description = "The API key; default: the environment variable HUB_API_KEY, or the demo key in Development.",
    };
}
