using System.Net;
using System.Net.Sockets;

namespace Muster.Faults.Tests.Wires;

/// <summary>
/// A TCP connection's way between two processes that can be cut, in one direction or both. What is cut is not refused:
/// it is lost, as in a network.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _sockets = [];
    private readonly Task _accepting;

    public Wire()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it leads; nobody gets through before it is set.</summary>
    public EndPoint? Target { get; set; }

    /// <summary>What the one who dials says is lost.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>What the one who was dialled says is lost.</summary>
    public bool IsMute { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}";

    public void LeadTo(Uri node) => Target = new IPEndPoint(IPAddress.Loopback, node.Port);

    public void Cut() => IsDeaf = IsMute = true;

    /// <summary>Connections that lived through the cut have lost bytes, and so they end.</summary>
    public void Mend()
    {
        lock (_sockets)
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }

        IsDeaf = IsMute = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Mend();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(Keep(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket dialler)
    {
        if (Target is not { } target)
        {
            dialler.Dispose();
            return;
        }

        var family = target.AddressFamily;
        var kind = family == AddressFamily.Unix ? ProtocolType.Unspecified : ProtocolType.Tcp;
        var dialled = Keep(new Socket(family, SocketType.Stream, kind));
        try
        {
            await dialled.ConnectAsync(target, _stop.Token);
            await Task.WhenAny(
                PassAsync(dialler, dialled, () => IsDeaf), PassAsync(dialled, dialler, () => IsMute));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Nobody listens there now.
        }

        dialler.Dispose();
        dialled.Dispose();
    }

    private async Task PassAsync(Socket from, Socket to, Func<bool> isLost)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
            {
                for (var sent = 0; sent < count && !isLost();)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _stop.Token);
                }
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side has gone; the other is told.
        }
    }

    private Socket Keep(Socket socket)
    {
        lock (_sockets)
        {
            _sockets.Add(socket);
        }

        return socket;
    }
}
