using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>A hub whose clock a test can put forward.</summary>
public sealed class RecordingHub : SharedHub
{
    public ShiftedClock Clock { get; } = new();

    protected override Task<TestHub> StartAsync() =>
        TestHub.StartAsync(prepare: null, builder => builder.Services.AddSingleton<TimeProvider>(Clock));
}
