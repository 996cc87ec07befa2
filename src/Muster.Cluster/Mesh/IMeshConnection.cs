namespace Muster.Cluster.Mesh;

/// <summary>
/// An open, authenticated connection to another node, which carries frames in order until it breaks.
/// </summary>
public interface IMeshConnection : IAsyncDisposable
{
    /// <exception cref="LinkBrokenException">The connection is gone.</exception>
    Task SendAsync(Frame frame, CancellationToken token);

    /// <summary>The next frame; null when the other side has closed.</summary>
    /// <exception cref="LinkBrokenException">The connection is gone.</exception>
    Task<Frame?> ReceiveAsync(CancellationToken token);
}
