using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Keeps every line that a hub logs, with the exceptions and scopes that come with it.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new LineLog(Lines);

    public void Dispose()
    {
    }

    private sealed class LineLog(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);
    }
}
