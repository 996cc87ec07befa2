using System.Diagnostics;

namespace Muster.Faults.Tests.Wires;

/// <summary>
/// Hosts with an address and a cable each, as network namespaces of Linux on one bridge. The database is reached by its
/// Unix socket, whatever happens to the cables.
/// </summary>
internal sealed class NetworkHosts : IAsyncDisposable
{
    private const string Bridge = "mstr-br";

    private readonly List<string> _names = [];

    public static async Task<NetworkHosts> LayAsync(params string[] names)
    {
        var hosts = new NetworkHosts();
        await hosts.DisposeAsync();
        await IpAsync("link", "add", Bridge, "type", "bridge");
        await IpAsync("addr", "add", "10.213.77.254/24", "dev", Bridge);
        await IpAsync("link", "set", Bridge, "up");
        foreach (var name in names)
        {
            hosts._names.Add(name);
            await hosts.LayOneAsync(name);
        }

        return hosts;
    }

    public string AddressOf(string name) => $"10.213.77.{_names.IndexOf(name) + 1}";

    /// <summary>What a program is started under to run on that host.</summary>
    public static string[] Under(string name) => ["ip", "netns", "exec", $"mstr-{name}"];

    public static Task PullCableAsync(string name) => IpAsync("link", "set", $"mstr-{name}", "down");

    public static Task PlugCableAsync(string name) => IpAsync("link", "set", $"mstr-{name}", "up");

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _names)
        {
            await TryIpAsync("netns", "del", $"mstr-{name}");
        }

        await TryIpAsync("link", "del", Bridge);
    }

    private async Task LayOneAsync(string name)
    {
        var host = $"mstr-{name}";
        await TryIpAsync("netns", "del", host);
        await IpAsync("netns", "add", host);
        await IpAsync("link", "add", host, "type", "veth", "peer", "name", "eth0", "netns", host);
        await IpAsync("link", "set", host, "master", Bridge, "up");
        await IpAsync("-n", host, "addr", "add", $"{AddressOf(name)}/24", "dev", "eth0");
        await IpAsync("-n", host, "link", "set", "eth0", "up");
        await IpAsync("-n", host, "link", "set", "lo", "up");
    }

    private static async Task IpAsync(params string[] arguments) =>
        Assert.True(await TryIpAsync(arguments) == 0, $"ip {string.Join(' ', arguments)}");

    private static async Task<int> TryIpAsync(params string[] arguments)
    {
        using var ip = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true })!;
        await ip.WaitForExitAsync();
        return ip.ExitCode;
    }
}
