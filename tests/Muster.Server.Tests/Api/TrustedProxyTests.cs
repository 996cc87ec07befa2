using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api;

public sealed class TrustedProxyTests
{
    private static readonly (string, string) Forwarded = ("X-Forwarded-For", "203.0.113.7");

    [Theory]
    [InlineData("Server:TrustedProxies=127.0.0.1", "203.0.113.7")]
    [InlineData("Server:TrustedProxies=10.0.0.1", "127.0.0.1")]
    [InlineData("Server:TrustedProxies=", "127.0.0.1")]
    public async Task The_callers_address_is_believed_from_a_trusted_proxy_only(string setting, string address)
    {
        await using var node = await TestNode.StartAsync(setting);
        using var client = await node.AdministratorAsync();

        (await client.PostAsync("/users", new { user_name = "paul", display_name = "Paul" }, Forwarded)).Is(Created);

        var line = (await client.GetAsync("/audit?entity=user")).Items[0];
        Assert.Equal(address, line.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Over_HTTPS_at_the_proxy_the_cookie_is_secure()
    {
        await using var node = await TestNode.StartAsync("Server:TrustedProxies=127.0.0.1");
        await TestAccounts.AddAsync(node.Host.Services, "mary");
        using var client = node.Anonymous();
        var right = new { user_name = "mary", password = TestAccounts.Password };

        var answer = await client.PostAsync("/session", right, Forwarded, ("X-Forwarded-Proto", "https"));

        Assert.Contains("secure", answer.Is(OK).Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age", answer.Headers["Strict-Transport-Security"], StringComparison.Ordinal);
    }
}
