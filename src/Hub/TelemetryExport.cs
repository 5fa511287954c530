using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PersonalDataHub.GraphQL;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub;

/// <summary>Sends spans and metrics to a collector over OTLP, where one is configured; otherwise nothing is listened to.</summary>
/// <remarks>
/// Of the web server only metrics go out, by route: its spans hold addresses, and addresses of recordings open them.
/// </remarks>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    /// <summary>The collector's address for OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; default none.</summary>
    public const string Endpoint = "Hub:Telemetry:OtlpEndpoint";

    private const string Service = "personal-data-hub";

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[Endpoint] is not { Length: > 0 } text)
        {
            return Task.CompletedTask;
        }

        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"{Endpoint} must be the address of a collector, such as http://127.0.0.1:4318.");
        }

        var resource = ResourceBuilder.CreateEmpty().AddService(Service, autoGenerateServiceInstanceId: false);
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .SetSampler(new AlwaysOnSampler())
            .AddSource(GraphQLTelemetry.Name)
            .AddOtlpExporter(exporter => Aim(exporter, new Uri(collector, "v1/traces")))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(GraphQLTelemetry.Name, DeadLetterAlert.Meter, "Microsoft.AspNetCore.Hosting")
            .AddOtlpExporter(exporter => Aim(exporter, new Uri(collector, "v1/metrics")))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    private static void Aim(OtlpExporterOptions exporter, Uri address)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = address;
    }
}
