using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Agreement;

public sealed class MeshSocketsTests
{
    private const string Number = "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"";

    [Theory]
    [InlineData("\"AAAA\"", "{}", "wrong length")]
    [InlineData(Number, "{}", "no handshake")]
    [InlineData(Number, "{\"Node\":null,\"Nonce\":null,\"Code\":null}", "no handshake")]
    [InlineData(Number, "{\"Node\":\"x\",\"Nonce\":\"\",\"Code\":\"\"}", "proof does not fit")]
    [InlineData("null", "null", "closed the connection")]
    public async Task What_answers_a_dial_in_a_strange_way_ends_the_dial_and_not_the_node(
        string first, string second, string reason)
    {
        await using var peer = await FakePeer.StartAsync(first, second);
        await using var node = await TestNode.StartAsync($"Server:Peers={peer.Address}");
        using var client = await node.AdministratorAsync();

        var seen = await TestCluster.UntilAsync(
            client, "/system/cluster",
            body => body.GetProperty("mesh").GetProperty("troubles").EnumerateArray().Any(trouble =>
                trouble.GetProperty("reason").GetString()!.Contains(reason, StringComparison.Ordinal)));

        seen.Is(OK);
        Assert.Equal("This node is alone.", seen.At("mesh", "sentence"));
    }

    [Fact]
    public async Task A_member_whose_address_is_none_ends_the_dial_and_not_the_node()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        await node.Database.ScalarAsync(
            "INSERT INTO member (incarnation, node, beat, beat_at, roles, addresses, build, started_at, applied, "
            + "links, reads) VALUES (-1, 'odd', 1, clock_timestamp(), '{}', '{http://[odd}', '', clock_timestamp(), "
            + "'{}', '{}', '{0,0,0}')");

        var seen = await TestCluster.UntilAsync(
            client, "/system/cluster",
            body => body.GetProperty("mesh").GetProperty("troubles").GetArrayLength() > 0);

        seen.Is(OK);
    }
}
