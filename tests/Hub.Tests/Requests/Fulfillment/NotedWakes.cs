using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Notes who would be woken; the test runs them itself.</summary>
internal sealed class NotedWakes : IFulfillmentEngine
{
    public List<(string Register, string Source)> Woken { get; } = [];

    public Task WakeAsync(string register, string source, CancellationToken cancellationToken)
    {
        Woken.Add((register, source));
        return Task.CompletedTask;
    }

    public Task WakeAtAsync(string register, string source, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;
}
