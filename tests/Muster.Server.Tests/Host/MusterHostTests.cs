namespace Muster.Server.Tests.Host;

public sealed class MusterHostTests
{
    [Fact]
    public async Task A_part_that_fails_stops_the_node_and_is_no_orderly_end()
    {
        await using var node = await TestNode.StartAsync();
        var stopped = node.Host.WaitForStopAsync(CancellationToken.None);

        await node.Database.ScalarAsync("ALTER TABLE member RENAME TO gone");

        var fault = await Record.ExceptionAsync(
            () => stopped.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System));
        Assert.Contains("relation \"member\" does not exist", fault?.Message, StringComparison.Ordinal);
    }
}
