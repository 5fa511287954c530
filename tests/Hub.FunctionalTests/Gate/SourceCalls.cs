using System.Diagnostics.Metrics;
using PersonalDataHub.Hub.Connectors.Invocation;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Counts how often one hub calls its sources, by the hub's own meter.</summary>
internal sealed class SourceCalls : IDisposable
{
    private readonly MeterListener listener = new();
    private long count;

    public SourceCalls(TestHub hub)
    {
        var meters = hub.Service<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument is Counter<long> && instrument.Meter.Name == CallMeter.Name && instrument.Meter.Scope == meters)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, calls, _, _) => Interlocked.Add(ref count, calls));
        listener.Start();
    }

    public long Count => Interlocked.Read(ref count);

    public void Dispose() => listener.Dispose();
}
