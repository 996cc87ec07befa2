namespace Muster.Server.Health;

/// <summary>Asks every part of the node how it stands.</summary>
public sealed class NodeHealth(IEnumerable<IHealthSource> sources, NodeState node)
{
    public async Task<HealthReport> CheckAsync(CancellationToken token)
    {
        var checks = await Task.WhenAll(sources.Select(source => source.CheckAsync(token)));
        return HealthReport.Of([node.Check(), .. checks]);
    }
}
