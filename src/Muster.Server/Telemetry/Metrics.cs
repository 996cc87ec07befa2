using Muster.Server.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Muster.Server.Telemetry;

/// <summary>Collects the metrics of the runtime, the HTTP side, the database pool and Muster itself.</summary>
public sealed class Metrics(TelemetryOptions options) : IDisposable
{
    /// <summary>The meter of Muster's own metrics.</summary>
    public const string MeterName = "Muster";

    private readonly PrometheusPage _page = new();
    private MeterProvider? _provider;

    public void Start()
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .AddMeter(
                MeterName,
                "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel",
                "Npgsql",
                "System.Runtime")
            .AddReader(new BaseExportingMetricReader(_page));
        if (options.OtlpEndpoint.Length > 0)
        {
            builder.AddOtlpExporter((otlp, reader) =>
            {
                otlp.Endpoint = new Uri(options.OtlpEndpoint);
                otlp.Protocol = OtlpExportProtocol.Grpc;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = options.OtlpInterval * 1000;
            });
        }

        _provider = builder.Build();
    }

    /// <summary>All metrics as of now, in the Prometheus text format.</summary>
    public string Text() => _page.Read();

    public void Dispose() => _provider?.Dispose();
}
