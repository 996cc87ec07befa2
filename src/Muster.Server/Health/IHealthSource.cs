namespace Muster.Server.Health;

/// <summary>A part of the node that can say how it stands.</summary>
public interface IHealthSource
{
    Task<HealthCheck> CheckAsync(CancellationToken token);
}
