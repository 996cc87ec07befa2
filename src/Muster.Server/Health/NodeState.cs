namespace Muster.Server.Health;

/// <summary>Where the process is in its life: it is ready only between start and stop.</summary>
public sealed class NodeState
{
    private volatile string? _notReady = "Muster is starting.";

    public void Started() => _notReady = null;

    public void Stopping() => _notReady = "Muster is stopping; running requests are finished.";

    public HealthCheck Check() => new("process", _notReady is null, _notReady ?? "Muster is running.");
}
