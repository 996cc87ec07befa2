using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api;

/// <summary>Pages of another server of the cluster ask this one when theirs has died; nobody else's do.</summary>
public sealed class OriginsTests
{
    private const string Named = "http://other.example:7071";
    private const string Setting = $"Server:Origins={Named}/";
    private const string Path = "/session/preferences/shell";

    [Fact]
    public async Task Pages_of_named_servers_alone_may_read_and_write_with_the_session()
    {
        await using var node = await TestNode.StartAsync(Setting);
        using var client = await node.AdministratorAsync();

        await AssertAsync(client, Named, isNamed: true);
        await AssertAsync(client, "http://evil.example", isNamed: false);
        await AssertAsync(client, "http://other.example:9999", isNamed: false);
        var refused = await client.PostAsync("/users", new { nonsense = true }, ("Origin", Named));
        Assert.Equal(Named, refused.Is(BadRequest).Headers["Access-Control-Allow-Origin"]);
    }

    private static async Task AssertAsync(TestClient client, string origin, bool isNamed)
    {
        (string, string)[] from = [("Origin", origin), ("Sec-Fetch-Site", "same-site")];

        var read = await client.GetAsync("/session", from);
        var written = await client.PutAsync(Path, new { value = 1 }, from);
        var asked = await client.SendAsync(HttpMethod.Options, Path, null,
            [.. from, ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "idempotency-key")]);

        Assert.Equal(isNamed ? origin : null, read.Is(OK).Headers.GetValueOrDefault("Access-Control-Allow-Origin"));
        Assert.Equal(isNamed ? NoContent : Unauthorized, written.Status);
        Assert.Equal(isNamed, asked.Status == NoContent);
        Assert.Equal(
            isNamed ? "idempotency-key" : null, asked.Headers.GetValueOrDefault("Access-Control-Allow-Headers"));
    }
}
