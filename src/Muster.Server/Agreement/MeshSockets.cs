using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using Muster.Cluster;
using Muster.Cluster.Mesh;
using Muster.Server.Options;

namespace Muster.Server.Agreement;

/// <summary>Opens and accepts the mesh's connections: WebSockets whose both ends have proved who they are.</summary>
public sealed class MeshSockets : IMeshNetwork, IDisposable
{
    public const string Path = "/mesh";

    private const int HandshakeBytes = 4096;

    // Whoever has not proved within this time what it is, is sent away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Null when nodes could not prove who they are: then nobody is let in.
    private readonly MeshHandshake? _handshake;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly FrameBytes _written = new();

    internal MeshSockets(NodeId self, byte[]? key, AuthOptions auth, TimeProvider time)
    {
        (_handshake, _time) = (key is null ? null : new MeshHandshake(key, self), time);
        _http = new HttpMessageInvoker(new SocketsHttpHandler { SslOptions = Trusting(auth) });
    }

    public async Task<IMeshConnection> DialAsync(string address, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        var client = new ClientWebSocket();
        var socket = new MeshSocket(client, _written);
        try
        {
            await client.ConnectAsync(Mesh(address), _http, either.Token);
            await ProveAsync(socket, either.Token);
            return socket;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            await socket.DisposeAsync();
            throw;
        }
        catch (OperationCanceledException)
        {
            await socket.DisposeAsync();
            throw new LinkBrokenException($"It did not answer within {Patience.TotalSeconds} s.");
        }
        catch (Exception failure) // Edge: a dial. What others answer, or name as their address, ends no node.
        {
            await socket.DisposeAsync();
            throw failure as LinkBrokenException
                ?? new LinkBrokenException(failure.InnerException?.Message ?? failure.Message, failure);
        }
    }

    /// <summary>Lets the other side of an opened WebSocket prove that it belongs to this cluster.</summary>
    /// <returns>The connection; null when it was sent away.</returns>
    public async Task<IMeshConnection?> AcceptAsync(WebSocket accepted, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        var socket = new MeshSocket(accepted, _written);
        var ours = MeshHandshake.NewNonce();
        try
        {
            await socket.TellAsync(ours, either.Token);
            var proof = await socket.HearAsync<MeshProof>(HandshakeBytes, either.Token);
            if (_handshake!.Accepts(MeshSide.Dialler, proof, ours))
            {
                await socket.TellAsync(_handshake.Prove(MeshSide.Acceptor, proof.Nonce, ours), either.Token);
                return socket;
            }

            await socket.RefuseAsync("The proof does not fit: this node belongs to another cluster.", either.Token);
        }
        catch (Exception end) when (end is LinkBrokenException or OperationCanceledException)
        {
            // It has gone, or taken too long.
        }

        await socket.DisposeAsync();
        return null;
    }

    public void Dispose() => _http.Dispose();

    private async Task ProveAsync(MeshSocket socket, CancellationToken token)
    {
        var theirs = await socket.HearAsync<byte[]>(HandshakeBytes, token);
        if (!MeshHandshake.IsNonce(theirs))
        {
            throw new LinkBrokenException("What answers there is no node: its number has the wrong length.");
        }

        var ours = MeshHandshake.NewNonce();
        await socket.TellAsync(_handshake!.Prove(MeshSide.Dialler, theirs, ours), token);
        var proof = await socket.HearAsync<MeshProof>(HandshakeBytes, token);
        if (!_handshake.Accepts(MeshSide.Acceptor, proof, ours))
        {
            throw new LinkBrokenException("Its proof does not fit: it belongs to another cluster.");
        }
    }

    private static Uri Mesh(string address)
    {
        var uri = new UriBuilder(address);
        uri.Scheme = uri.Scheme == "https" ? "wss" : "ws";
        uri.Path = uri.Path.TrimEnd('/') + Path;
        return uri.Uri;
    }

    // Only that authority, whatever else the machine trusts.
    private static SslClientAuthenticationOptions Trusting(AuthOptions auth)
    {
        var options = new SslClientAuthenticationOptions();
        if (auth.Authority.Length > 0)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(auth.Authority);
        }

        return options;
    }
}
