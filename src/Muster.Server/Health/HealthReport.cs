using System.Text.Json.Serialization;

namespace Muster.Server.Health;

/// <summary>How a node stands: ready when everything it needs is.</summary>
public sealed record HealthReport(string Status, IReadOnlyList<HealthCheck> Checks)
{
    [JsonIgnore]
    public bool IsReady => Checks.All(check => check.Ok);

    public static HealthReport Of(IReadOnlyList<HealthCheck> checks) =>
        new(checks.All(check => check.Ok) ? "ready" : "not ready", checks);
}
