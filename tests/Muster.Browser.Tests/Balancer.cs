using System.Net;
using System.Net.Sockets;

namespace Muster.Browser.Tests;

/// <summary>
/// What operations put in front of servers: one address, behind which each connection goes to the first server that
/// takes it. A connection to a server that dies is ended, as a balancer would.
/// </summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<Uri> _servers;
    private readonly Task _accepting;

    /// <param name="servers">In the order in which they are tried.</param>
    public Balancer(params IReadOnlyList<Uri> servers)
    {
        _servers = servers;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient browser)
    {
        using (browser)
        {
            using var server = await FirstAsync();
            if (server is null)
            {
                return;
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            var ways = new[]
            {
                PassAsync(browser.GetStream(), server.GetStream(), over.Token),
                PassAsync(server.GetStream(), browser.GetStream(), over.Token),
            };
            await Task.WhenAny(ways);
            await over.CancelAsync();
            await Task.WhenAll(ways);
        }
    }

    private async Task<TcpClient?> FirstAsync()
    {
        foreach (var server in _servers)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(server.Host, server.Port, _stop.Token);
                return client;
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException)
            {
                client.Dispose();
            }
        }

        return null;
    }

    private static async Task PassAsync(NetworkStream from, NetworkStream to, CancellationToken token)
    {
        try
        {
            await from.CopyToAsync(to, token);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
        }
    }
}
