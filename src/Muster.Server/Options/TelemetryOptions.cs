namespace Muster.Server.Options;

/// <summary>Logs and metrics.</summary>
public sealed record TelemetryOptions
{
    [Option("Form of the log on standard output.", OneOf = ["text", "json"])]
    public string LogFormat { get; init; } = "text";

    [Option("Least severity that is logged.", OneOf = ["trace", "debug", "information", "warning", "error"])]
    public string LogLevel { get; init; } = "information";

    [Option("OTLP endpoint that metrics are sent to, e.g. http://collector:4317.", WhenEmpty = "metrics are not sent")]
    public string OtlpEndpoint { get; init; } = "";

    [Option("Seconds between two sendings of metrics.", Unit = "s", Min = 1, Max = 3600)]
    public int OtlpInterval { get; init; } = 15;
}
