namespace Muster.Server.Tests.Adherence;

/// <summary>A node that starts when much has been said already.</summary>
internal sealed class LateNode(TestNode node, TestClient client) : IAsyncDisposable
{
    public TestClient Client => client;

    public static async Task<LateNode> StartAsync(TodayStage stage)
    {
        var node = await TestNode.StartAsync(
            stage.Cluster.Nodes[0].Database, $"Server:Node=late-{Guid.NewGuid():n}",
            "Limit:RequestsPerMinute=10000000", "Limit:Burst=1000000");
        return new LateNode(node, TestCluster.SameSession(stage.Client, node));
    }

    // The database is the stage's.
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await node.Host.DisposeAsync();
    }
}
