using Microsoft.Extensions.Logging;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>The one log message that does what none may do; the canary's control.</summary>
internal static partial class CanaryLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Planted: {Value}")]
    public static partial void LogPlanted(this ILogger log, string value);
}
